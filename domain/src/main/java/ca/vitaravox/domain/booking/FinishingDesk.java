package ca.vitaravox.domain.booking;

import ca.vitaravox.domain.audit.CallTrail;
import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.audit.AuditResult;
import ca.vitaravox.ports.booking.Appointments;
import ca.vitaravox.ports.booking.BookingJournal;
import ca.vitaravox.ports.booking.Finishing;
import ca.vitaravox.ports.booking.SlotState;
import ca.vitaravox.ports.booking.ToldAppointments;
import ca.vitaravox.ports.booking.UnfinishedWrites;
import ca.vitaravox.ports.booking.UnfinishedWrites.Unfinished;
import ca.vitaravox.ports.booking.WriteResult;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.task.Task;
import ca.vitaravox.ports.task.TaskBook;
import ca.vitaravox.ports.task.TaskKind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Sees to writes that nobody finished. Thread-safe. */
final class FinishingDesk implements Finishing {
    /** How many slots are taken at once. */
    private static final int AT_ONCE = 20;

    /** How long what is taken is left to whoever took it; and so how soon what stays open is looked at again. */
    private static final Duration TURN = Duration.ofSeconds(20);

    /** How long a write that cannot be found may still arrive. */
    private static final Duration LATE_ARRIVAL = Duration.ofMinutes(2);

    private static final String JOB = "finish-writing";

    private final ClinicDirectory clinics;
    private final UnfinishedWrites unfinished;
    private final BookingJournal journal;
    private final WritingAppointment writing;
    private final Appointments appointments;
    private final ToldAppointments told;
    private final TaskBook tasks;
    private final CallTrail trail;
    private final InstantSource clock;

    FinishingDesk(
            ClinicDirectory clinics,
            UnfinishedWrites unfinished,
            BookingJournal journal,
            WritingAppointment writing,
            Appointments appointments,
            ToldAppointments told,
            TaskBook tasks,
            CallTrail trail,
            InstantSource clock) {
        this.clinics = clinics;
        this.unfinished = unfinished;
        this.journal = journal;
        this.writing = writing;
        this.appointments = appointments;
        this.told = told;
        this.tasks = tasks;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public int finish() {
        Instant now = clock.instant();
        List<Unfinished> due = unfinished.take(AT_ONCE, now, now.plus(TURN));
        for (Unfinished each : due) {
            if (each.state() instanceof SlotState.Booked booked) {
                untold(each, booked);
            } else if (each.state() instanceof SlotState.Writing cutOff) {
                takeUp(each, cutOff.patient());
            }
        }
        return due.size();
    }

    /** A call is over: what it booked stands if it was told so, and is taken back if not. */
    private void untold(Unfinished slot, SlotState.Booked booked) {
        boolean heard = told.told(slot.clinic(), slot.slot().call(), booked.appointment())
                .filter(ToldAppointments.Told::bookedHere)
                .isPresent();
        if (heard) {
            unfinished.done(slot.clinic(), slot.slot().id());
        } else if (slot.moves().isPresent()) {
            task(slot, TaskKind.MOVE_UNTOLD, booked.patient());
            unfinished.done(slot.clinic(), slot.slot().id());
        } else {
            takeBack(slot, booked);
        }
    }

    private void takeBack(Unfinished slot, SlotState.Booked booked) {
        audit(slot, booked.patient(), AuditAction.CANCEL_APPOINTMENT, AuditResult.INTENDED);
        WriteResult result = appointments.cancel(
                slot.clinic(),
                booked.appointment(),
                new Deadline(clock.instant().plus(TURN)));
        boolean cancelled = result instanceof WriteResult.Written;
        audit(
                slot,
                booked.patient(),
                AuditAction.CANCEL_APPOINTMENT,
                cancelled ? AuditResult.DONE : AuditResult.UNKNOWN);
        if (cancelled) {
            journal.freed(slot.clinic(), booked.appointment(), clock.instant());
            task(slot, TaskKind.BOOKING_UNDONE, booked.patient());
            unfinished.done(slot.clinic(), slot.slot().id());
        }
    }

    /** An attempt was cut off: its end is looked up, and after a while, if it never arrived, its time is freed. */
    private void takeUp(Unfinished slot, PatientId patient) {
        Instant now = clock.instant();
        BookingJournal.Claim claim = journal.claim(slot.clinic(), slot.slot().id(), patient, now, now.plus(TURN));
        if (!(claim instanceof BookingJournal.Claim.Yours yours)) {
            return;
        }
        Attempt attempt = attempt(slot, patient, yours.attempt());
        boolean oldStands = slot.moves().isPresent() && !writing.isGone(attempt);
        boolean unwanted = slot.callOver() && (slot.moves().isEmpty() || oldStands);
        Written written = unwanted ? writing.takeBack(attempt) : writing.lookUp(attempt);
        if (written instanceof Written.Open && !now.isBefore(slot.since().plus(LATE_ARRIVAL))) {
            written = writing.giveUp(attempt);
        }
        if (written instanceof Written.Confirmed) {
            audit(slot, patient, AuditAction.BOOK_APPOINTMENT, AuditResult.DONE);
            if (oldStands && !writing.isGone(attempt)) {
                task(slot, TaskKind.HALF_MOVED, patient);
            }
        } else if (!(written instanceof Written.Open)) {
            audit(slot, patient, AuditAction.BOOK_APPOINTMENT, AuditResult.UNDONE);
            if (slot.callOver()) {
                task(slot, TaskKind.BOOKING_UNDONE, patient);
            }
        }
    }

    private Attempt attempt(Unfinished slot, PatientId patient, int number) {
        CallContext call = new CallContext(
                slot.clinic(),
                slot.slot().call(),
                Optional.empty(),
                Language.ENGLISH,
                new Deadline(clock.instant().plus(TURN)));
        return new Attempt(
                call,
                clinics.clinic(slot.clinic()),
                slot.slot(),
                patient,
                Optional.empty(),
                slot.moves(),
                number,
                true);
    }

    private void task(Unfinished slot, TaskKind kind, PatientId patient) {
        Task task = new Task(
                kind,
                slot.slot().id().value(),
                Optional.of(patient),
                Optional.of(slot.slot().call()),
                clock.instant());
        tasks.add(slot.clinic(), task);
    }

    private void audit(Unfinished slot, PatientId patient, AuditAction action, AuditResult result) {
        trail.recordServer(
                slot.clinic(), JOB, action, patient.value(), slot.slot().id().value(), result);
    }
}
