package ca.vitaravox.domain.simulation;

import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.SlotId;
import ca.vitaravox.ports.booking.SlotState;
import ca.vitaravox.ports.booking.UnfinishedWrites;
import ca.vitaravox.ports.clinic.ClinicId;
import java.time.Instant;
import java.util.List;

/** Takes an end for the end: nobody looks for what may come later. */
record DropsLateArrivals(UnfinishedWrites unfinished) implements UnfinishedWrites {
    @Override
    public void moves(ClinicId clinic, SlotId slot, AppointmentId previous) {
        unfinished.moves(clinic, slot, previous);
    }

    @Override
    public List<Unfinished> take(int most, Instant now, Instant until) {
        List<Unfinished> due = unfinished.take(most, now, until);
        due.stream().filter(each -> isOver(each, now)).forEach(this::done);
        return due.stream().filter(each -> !isOver(each, now)).toList();
    }

    private static boolean isOver(Unfinished slot, Instant now) {
        return !(slot.state() instanceof SlotState.Writing)
                && !now.isBefore(slot.since().plus(LATE_ARRIVAL));
    }

    @Override
    public void later(Unfinished taken, Instant due) {
        unfinished.later(taken, due);
    }

    @Override
    public void done(Unfinished taken) {
        unfinished.done(taken);
    }
}
