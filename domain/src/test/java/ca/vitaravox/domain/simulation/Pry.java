package ca.vitaravox.domain.simulation;

import ca.vitaravox.domain.FrontDesk;
import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.booking.Booking;
import ca.vitaravox.ports.booking.Booking.Result;
import ca.vitaravox.ports.booking.SlotId;
import ca.vitaravox.ports.patient.PatientId;
import java.time.Instant;
import java.util.Optional;

/** To have a slot booked that was offered to another call, perhaps at another clinic. */
record Pry(SlotId slot, PatientId patient) implements Errand<Result> {
    @Override
    public Result ask(FrontDesk desk, CallContext call) {
        return desk.booking().book(call, new Booking.Command(slot, patient, Optional.empty(), true));
    }

    @Override
    public void heard(Question question, Instant asked, Result answer) {
        if (!(answer instanceof Result.SlotUnknown)) {
            throw new AssertionError("a slot of another call was not unknown: " + answer);
        }
    }
}
