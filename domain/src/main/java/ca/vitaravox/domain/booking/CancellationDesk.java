package ca.vitaravox.domain.booking;

import ca.vitaravox.domain.access.EmrTime;
import ca.vitaravox.domain.audit.CallTrail;
import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.audit.AuditResult;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.AppointmentStatus;
import ca.vitaravox.ports.booking.Appointments;
import ca.vitaravox.ports.booking.BookingJournal;
import ca.vitaravox.ports.booking.Cancellation;
import ca.vitaravox.ports.booking.FreedOpening;
import ca.vitaravox.ports.booking.FreedOpenings;
import ca.vitaravox.ports.booking.PatientAppointment;
import ca.vitaravox.ports.booking.WriteResult;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Cancels appointments, and says so only once the EMR shows it: in its answer, or, where that was lost, when it is read
 * again. Thread-safe.
 */
final class CancellationDesk implements Cancellation {
    private final ClinicDirectory clinics;
    private final Changing changing;
    private final Appointments appointments;
    private final BookingJournal journal;
    private final FreedOpenings freed;
    private final CallTrail trail;
    private final InstantSource clock;
    private final EmrTime emrTime;

    CancellationDesk(
            ClinicDirectory clinics,
            Changing changing,
            Appointments appointments,
            BookingJournal journal,
            FreedOpenings freed,
            CallTrail trail,
            InstantSource clock) {
        this.clinics = clinics;
        this.changing = changing;
        this.appointments = appointments;
        this.journal = journal;
        this.freed = freed;
        this.trail = trail;
        this.clock = clock;
        this.emrTime = new EmrTime(clock);
    }

    @Override
    public Result cancel(CallContext call, Command command) {
        try {
            Changing.Permission permission = changing.permission(call, command.appointment());
            if (permission instanceof Changing.Permission.Granted granted) {
                return cancel(new Request(call, clinics.clinic(call.clinic()), command, granted));
            }
            return permission instanceof Changing.Permission.NotVerified
                    ? new Result.NotVerified()
                    : new Result.AppointmentNotFound();
        } catch (EmrUnavailableException e) {
            return new Result.EmrUnavailable();
        }
    }

    private record Request(CallContext call, Clinic clinic, Command command, Changing.Permission.Granted granted) {
        PatientAppointment telling(Appointment appointment) {
            return Telling.to(granted.caller(), Telling.of(clinic, appointment));
        }
    }

    private Result cancel(Request request) {
        Appointment appointment = request.granted().appointment();
        if (appointment.status() == AppointmentStatus.CANCELLED) {
            if (changing.settled(request.call(), appointment.id())) {
                // this call asked for it before, and did not hear how that ended
                audit(request, AuditResult.DONE);
            }
            return cancelled(request, appointment, true);
        }
        if (!changing.inTime(request.clinic(), request.granted())) {
            return new Result.NotChangeable();
        }
        if (!request.command().confirmed()) {
            return new Result.NotConfirmed(request.telling(appointment));
        }
        if (!emrTime.allowsWrite(request.call())) {
            return new Result.EmrUnavailable();
        }
        audit(request, AuditResult.INTENDED);
        changing.cancelling(request.call(), appointment.id());
        WriteResult result =
                appointments.cancel(request.call().clinic(), appointment.id(), emrTime.request(request.call()));
        if (result instanceof WriteResult.NotWritten) {
            audit(request, AuditResult.UNDONE);
            changing.settled(request.call(), appointment.id());
            return new Result.EmrUnavailable();
        }
        if (result.equals(new WriteResult.Written(appointment.id()))) {
            audit(request, AuditResult.DONE);
            return cancelled(request, appointment.as(AppointmentStatus.CANCELLED), false);
        }
        return lookedUp(request);
    }

    /** Nobody knows what came of it: only what the EMR shows now counts. */
    private Result lookedUp(Request request) {
        Optional<Appointment> shown;
        try {
            shown = changing.find(
                    request.call(),
                    request.granted().caller().patient(),
                    request.command().appointment());
        } catch (EmrUnavailableException e) {
            shown = Optional.empty();
        }
        if (shown.isPresent() && shown.get().status() == AppointmentStatus.CANCELLED) {
            audit(request, AuditResult.DONE);
            changing.settled(request.call(), shown.get().id());
            return cancelled(request, shown.get(), false);
        }
        audit(request, AuditResult.UNKNOWN);
        return new Result.Pending();
    }

    private Result cancelled(Request request, Appointment appointment, boolean already) {
        journal.freed(request.call().clinic(), appointment.id(), clock.instant());
        freed.add(
                request.call().clinic(),
                new FreedOpening(appointment.id(), appointment.provider(), appointment.time(), Optional.empty()),
                clock.instant());
        return new Result.Cancelled(request.telling(appointment), already);
    }

    private void audit(Request request, AuditResult result) {
        trail.record(
                request.call(),
                request.granted().caller().relationship(),
                AuditAction.CANCEL_APPOINTMENT,
                Optional.of(request.granted().caller().patient().value()),
                Optional.of(request.command().appointment().value()),
                result);
    }
}
