package ca.vitaravox.domain.simulation;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.booking.Booking;
import ca.vitaravox.ports.booking.Booking.Result;
import ca.vitaravox.ports.booking.SlotId;
import ca.vitaravox.ports.patient.PatientId;
import java.util.Optional;

/** To have a slot booked. */
record Book(Notes notes, Promises promises, SlotId slot, PatientId patient, boolean another) implements Errand<Result> {
    @Override
    public Result ask(Receptionist desk, CallContext call) {
        promises.asked(slot);
        return desk.booking().book(call, new Booking.Command(slot, patient, Optional.empty(), another));
    }

    @Override
    public void answered(Result answer) {
        if (!(answer instanceof Result.Pending)) {
            promises.settle(slot);
        }
    }

    @Override
    public boolean isFinal(Result answer) {
        return !isOpen(Optional.of(answer));
    }

    @Override
    public void heard(Question question, Result answer) {
        if (answer instanceof Result.Booked booked) {
            promises.booked(question, booked.appointment());
        } else if (answer instanceof Result.AlreadyBooked already) {
            promises.stands(question, already.existing());
        } else if (answer instanceof Result.SlotTaken taken) {
            Search.checkOffered(notes, question, taken.alternatives());
        }
    }

    @Override
    public String inShort(Result answer) {
        if (answer instanceof Result.Booked booked) {
            return "Booked " + booked.appointment().id() + (booked.already() ? " already" : "");
        }
        if (answer instanceof Result.AlreadyBooked already) {
            return "AlreadyBooked " + already.existing().id();
        }
        return answer instanceof Result.SlotTaken taken
                ? "SlotTaken " + Search.inShort(taken.alternatives())
                : Errand.super.inShort(answer);
    }

    /** Whether asking again may give another answer. */
    static boolean isOpen(Optional<Result> answer) {
        return answer.map(each -> each instanceof Result.Pending || each instanceof Result.EmrUnavailable)
                .orElse(true);
    }

    @Override
    public String toString() {
        return "book " + slot + " for patient " + patient + (another ? ", another" : "");
    }
}
