package ca.vitaravox.domain.booking;

import ca.vitaravox.domain.access.EmrTime;
import ca.vitaravox.domain.audit.CallTrail;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.audit.AuditResult;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.Appointments;
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
    private final ToldAppointments told;
    private final TaskBook tasks;
    private final CallTrail trail;
    private final InstantSource clock;

    Tidying(Appointments appointments, ToldAppointments told, TaskBook tasks, CallTrail trail, InstantSource clock) {
        this.appointments = appointments;
        this.told = told;
        this.tasks = tasks;
        this.trail = trail;
        this.clock = clock;
    }

    /** Whether anybody was told of an appointment: the slot's call before it was over, or any other. */
    boolean isHeard(Unfinished slot, AppointmentId appointment) {
        return told.heard(slot.clinic(), appointment, slot.slot().call(), slot.over());
    }

    /** Cancels an appointment; false if that is not certain. */
    boolean isCancelled(Unfinished slot, AppointmentId appointment) {
        audit(slot, AuditAction.CANCEL_APPOINTMENT, AuditResult.INTENDED);
        WriteResult result = appointments.cancel(
                slot.clinic(), appointment, new Deadline(clock.instant().plus(EmrTime.REQUEST)));
        boolean cancelled = result instanceof WriteResult.Written;
        audit(slot, AuditAction.CANCEL_APPOINTMENT, cancelled ? AuditResult.DONE : AuditResult.UNKNOWN);
        return cancelled;
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
