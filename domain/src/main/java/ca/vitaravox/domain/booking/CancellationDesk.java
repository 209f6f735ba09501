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
import ca.vitaravox.ports.booking.PatientAppointment;
import ca.vitaravox.ports.booking.ToldAppointments;
import ca.vitaravox.ports.booking.WriteResult;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import ca.vitaravox.ports.patient.Identification;
import ca.vitaravox.ports.patient.IdentityLedger;
import ca.vitaravox.ports.patient.IdentityLevel;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Cancels appointments, and says so only once the EMR shows it. Thread-safe. */
final class CancellationDesk implements Cancellation {
    private final ClinicDirectory clinics;
    private final IdentityLedger identities;
    private final ToldAppointments told;
    private final Appointments appointments;
    private final BookingJournal journal;
    private final CallTrail trail;
    private final InstantSource clock;
    private final EmrTime emrTime;

    CancellationDesk(
            ClinicDirectory clinics,
            IdentityLedger identities,
            ToldAppointments told,
            Appointments appointments,
            BookingJournal journal,
            CallTrail trail,
            InstantSource clock) {
        this.clinics = clinics;
        this.identities = identities;
        this.told = told;
        this.appointments = appointments;
        this.journal = journal;
        this.trail = trail;
        this.clock = clock;
        this.emrTime = new EmrTime(clock);
    }

    @Override
    public Result cancel(CallContext call, Command command) {
        Optional<ToldAppointments.Told> known = told.told(call.clinic(), call.call(), command.appointment());
        if (known.isEmpty()) {
            return new Result.AppointmentNotFound();
        }
        IdentityLevel needed = known.get().bookedHere() ? IdentityLevel.CALLER_ID : IdentityLevel.VERIFIED;
        Optional<Identification> identified = identities
                .identified(call.clinic(), call.call(), known.get().patient())
                .filter(identification -> identification.reaches(needed));
        if (identified.isEmpty()) {
            return new Result.NotVerified();
        }
        Request request = new Request(
                call,
                clinics.clinic(call.clinic()),
                command,
                identified.get(),
                known.get().bookedHere());
        try {
            return find(request).map(found -> cancel(request, found)).orElseGet(Result.AppointmentNotFound::new);
        } catch (EmrUnavailableException e) {
            return new Result.EmrUnavailable();
        }
    }

    private record Request(
            CallContext call, Clinic clinic, Command command, Identification identification, boolean bookedHere) {
        PatientAppointment telling(Appointment appointment) {
            return Telling.to(identification, Telling.of(clinic, appointment));
        }
    }

    private Result cancel(Request request, Appointment appointment) {
        if (appointment.status() == AppointmentStatus.CANCELLED) {
            return cancelled(request, appointment, true);
        }
        if (!changeable(request, appointment)) {
            return new Result.NotChangeable();
        }
        if (!request.command().confirmed()) {
            return new Result.NotConfirmed(request.telling(appointment));
        }
        if (!emrTime.allowsWrite(request.call())) {
            return new Result.EmrUnavailable();
        }
        audit(request, AuditResult.INTENDED);
        WriteResult result =
                appointments.cancel(request.call().clinic(), appointment.id(), emrTime.request(request.call()));
        if (result instanceof WriteResult.NotWritten) {
            audit(request, AuditResult.UNDONE);
            return new Result.EmrUnavailable();
        }
        return confirm(request);
    }

    /** Whatever the EMR answered: only what it shows now counts. */
    private Result confirm(Request request) {
        Optional<Appointment> shown;
        try {
            shown = find(request);
        } catch (EmrUnavailableException e) {
            shown = Optional.empty();
        }
        if (shown.isPresent() && shown.get().status() == AppointmentStatus.CANCELLED) {
            audit(request, AuditResult.DONE);
            return cancelled(request, shown.get(), false);
        }
        audit(request, AuditResult.UNKNOWN);
        return new Result.Pending();
    }

    private Result cancelled(Request request, Appointment appointment, boolean already) {
        journal.freed(request.call().clinic(), appointment.id(), clock.instant());
        return new Result.Cancelled(request.telling(appointment), already);
    }

    /** What this very call booked can be taken back whatever the notice; nothing past can be changed. */
    private boolean changeable(Request request, Appointment appointment) {
        Duration notice =
                request.bookedHere() ? Duration.ZERO : request.clinic().policy().changeNotice();
        Instant latest = appointment.time().start().minus(notice);
        return appointment.status() == AppointmentStatus.BOOKED
                && clock.instant().isBefore(appointment.time().start())
                && !clock.instant().isAfter(latest);
    }

    private Optional<Appointment> find(Request request) {
        return appointments
                .of(request.call().clinic(), request.identification().patient(), emrTime.request(request.call()))
                .stream()
                .filter(appointment -> appointment.id().equals(request.command().appointment()))
                .findFirst();
    }

    private void audit(Request request, AuditResult result) {
        trail.record(
                request.call(),
                request.identification().relationship(),
                AuditAction.CANCEL_APPOINTMENT,
                Optional.of(request.identification().patient().value()),
                Optional.of(request.command().appointment().value()),
                result);
    }
}
