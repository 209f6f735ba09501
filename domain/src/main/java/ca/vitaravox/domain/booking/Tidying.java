package ca.vitaravox.domain.booking;

import ca.vitaravox.domain.access.EmrTime;
import ca.vitaravox.domain.audit.CallTrail;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.audit.AuditResult;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.Appointments;
import ca.vitaravox.ports.booking.FreedOpening;
import ca.vitaravox.ports.booking.FreedOpenings;
import ca.vitaravox.ports.booking.ToldAppointments;
import ca.vitaravox.ports.booking.UnfinishedWrites.Unfinished;
import ca.vitaravox.ports.booking.WriteResult;
import ca.vitaravox.ports.task.Task;
import ca.vitaravox.ports.task.TaskBook;
import ca.vitaravox.ports.task.TaskKind;
import java.time.InstantSource;
import java.util.Optional;

/** What finishing a slot may take: asking who was told, taking back, a task for staff; all in the trail. Thread-safe. */
final class Tidying {
    private static final String JOB = "finish-writing";

    private final Appointments appointments;
    private final FreedOpenings freed;
    private final ToldAppointments told;
    private final TaskBook tasks;
    private final CallTrail trail;
    private final InstantSource clock;

    Tidying(
            Appointments appointments,
            FreedOpenings freed,
            ToldAppointments told,
            TaskBook tasks,
            CallTrail trail,
            InstantSource clock) {
        this.appointments = appointments;
        this.freed = freed;
        this.told = told;
        this.tasks = tasks;
        this.trail = trail;
        this.clock = clock;
    }

    /** Whether anybody was told of an appointment: the slot's call before it was over, or any other. */
    boolean isHeard(Unfinished slot, AppointmentId appointment) {
        return told.heard(slot.clinic(), appointment, slot.slot().call(), slot.over());
    }

    /** Cancels an appointment, and frees its time; false if that is not certain. */
    boolean isCancelled(Unfinished slot, AppointmentId appointment) {
        audit(slot, AuditAction.CANCEL_APPOINTMENT, AuditResult.INTENDED);
        WriteResult result = appointments.cancel(
                slot.clinic(), appointment, Deadline.ofWork(clock.instant().plus(EmrTime.REQUEST)));
        boolean cancelled = result instanceof WriteResult.Written;
        audit(slot, AuditAction.CANCEL_APPOINTMENT, cancelled ? AuditResult.DONE : AuditResult.UNKNOWN);
        if (cancelled) {
            freed(slot, appointment);
        }
        return cancelled;
    }

    /** What was booked from a slot was taken back: whoever waits may have its time, unless it was booked by others. */
    void freed(Unfinished slot, AppointmentId appointment) {
        freed(
                slot,
                new FreedOpening(
                        appointment, slot.slot().provider(), slot.slot().time(), Optional.empty()));
    }

    /** A time that was an appointment's. */
    void freed(Unfinished slot, FreedOpening opening) {
        freed.add(slot.clinic(), opening, clock.instant());
    }

    /** Gives staff a task about a slot; the same again changes nothing. */
    void task(Unfinished slot, TaskKind kind) {
        Task task = new Task(
                kind,
                slot.slot().id().value(),
                Optional.of(slot.patient()),
                Optional.of(slot.slot().call()),
                clock.instant());
        tasks.add(slot.clinic(), task);
    }

    void audit(Unfinished slot, AuditAction action, AuditResult result) {
        trail.recordServer(
                slot.clinic(),
                JOB,
                action,
                slot.patient().value(),
                slot.slot().id().value(),
                result);
    }
}
