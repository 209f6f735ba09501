package ca.vitaravox.domain.simulation;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.booking.Booking;
import ca.vitaravox.ports.booking.Booking.Result;
import ca.vitaravox.ports.booking.SlotId;
import ca.vitaravox.ports.patient.PatientId;
import java.util.Optional;

/** To have a slot booked that was offered to another call, perhaps at another clinic. */
record Pry(SlotId slot, PatientId patient) implements Errand<Result> {
    @Override
    public Result ask(Receptionist desk, CallContext call) {
        return desk.booking().book(call, new Booking.Command(slot, patient, Optional.empty(), true));
    }

    @Override
    public boolean isFinal(Result answer) {
        return !Book.isOpen(Optional.of(answer));
    }

    @Override
    public void heard(Question question, Result answer) {
        boolean late = question.isSpoken() && answer instanceof Result.Pending;
        if (!late && !(answer instanceof Result.SlotUnknown)) {
            throw new AssertionError("a slot of another call was not unknown: " + answer);
        }
    }
}
