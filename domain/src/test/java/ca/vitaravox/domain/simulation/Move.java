package ca.vitaravox.domain.simulation;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.Moving;
import ca.vitaravox.ports.booking.Moving.Result;
import ca.vitaravox.ports.booking.SlotId;
import java.util.Optional;

/** To have an appointment moved to a slot. */
record Move(Notes notes, Promises promises, AppointmentId appointment, SlotId slot) implements Errand<Result> {
    @Override
    public Result ask(Receptionist desk, CallContext call) {
        promises.asked(slot);
        promises.of(new Kept(call.clinic(), appointment)).movingAsked(slot);
        return desk.moving().move(call, new Moving.Command(appointment, slot, true, Optional.empty()));
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
        if (answer instanceof Result.Moved moved) {
            promises.booked(question, moved.appointment());
            promises.gone(new Kept(question.clinic(), moved.previous().id()));
        } else if (answer instanceof Result.SlotTaken taken) {
            Search.checkOffered(notes, question, taken.alternatives());
        }
    }

    @Override
    public String inShort(Result answer) {
        if (answer instanceof Result.Moved moved) {
            return "Moved to " + moved.appointment().id() + (moved.already() ? " already" : "");
        }
        return answer instanceof Result.SlotTaken taken
                ? "SlotTaken " + Search.inShort(taken.alternatives())
                : Errand.super.inShort(answer);
    }

    static boolean isOpen(Optional<Result> answer) {
        return answer.map(each -> each instanceof Result.Pending || each instanceof Result.EmrUnavailable)
                .orElse(true);
    }

    @Override
    public String toString() {
        return "move " + appointment + " to " + slot;
    }
}
