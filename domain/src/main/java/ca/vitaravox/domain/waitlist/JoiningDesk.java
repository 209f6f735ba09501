package ca.vitaravox.domain.waitlist;

import ca.vitaravox.domain.access.EmrTime;
import ca.vitaravox.domain.audit.CallTrail;
import ca.vitaravox.domain.booking.SpokenWishes;
import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.audit.AuditResult;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.Appointments;
import ca.vitaravox.ports.booking.SlotIds;
import ca.vitaravox.ports.booking.ToldAppointments;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import ca.vitaravox.ports.clinic.VisitType;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.waitlist.EntryId;
import ca.vitaravox.ports.waitlist.Priority;
import ca.vitaravox.ports.waitlist.SeenAppointments;
import ca.vitaravox.ports.waitlist.Waitlist.Command;
import ca.vitaravox.ports.waitlist.Waitlist.Result;
import ca.vitaravox.ports.waitlist.WaitlistBook;
import ca.vitaravox.ports.waitlist.WaitlistEntry;
import ca.vitaravox.ports.waitlist.WaitlistWish;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;

/** Puts people on the waitlist. Thread-safe. */
final class JoiningDesk {
    /** Enough for a family, and for a clinic. */
    static final WaitlistBook.Limits LIMITS = new WaitlistBook.Limits(5, 500);

    private final ClinicDirectory clinics;
    private final Persons persons;
    private final SpokenWishes wishes;
    private final ToldAppointments told;
    private final Appointments appointments;
    private final WaitlistBook entries;
    private final SeenAppointments seen;
    private final CallTrail trail;
    private final SlotIds ids;
    private final InstantSource clock;
    private final EmrTime emrTime;

    JoiningDesk(
            ClinicDirectory clinics,
            Persons persons,
            SpokenWishes wishes,
            ToldAppointments told,
            Appointments appointments,
            WaitlistBook entries,
            SeenAppointments seen,
            CallTrail trail,
            SlotIds ids,
            InstantSource clock) {
        this.clinics = clinics;
        this.persons = persons;
        this.wishes = wishes;
        this.told = told;
        this.appointments = appointments;
        this.entries = entries;
        this.seen = seen;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
        this.emrTime = new EmrTime(clock);
    }

    Result join(CallContext call, Command command) {
        Clinic clinic = clinics.clinic(call.clinic());
        if (!clinic.waitlistEnabled()) {
            return new Result.Disabled();
        }
        Optional<VisitType> visitType = wishes.visitType(clinic, command.visitType());
        if (visitType.isEmpty()) {
            return new Result.VisitTypeUnknown(clinic.visitTypes());
        }
        if (wishes.providers(clinic, command.provider(), Optional.empty()).isEmpty()) {
            return new Result.ProviderNotFound(clinic.bookableProviders());
        }
        LocalDate lastDay = LocalDate.ofInstant(clock.instant(), clinic.zone()).plusDays(WaitlistEntry.LONGEST_WAIT);
        if (command.latest().filter(lastDay::isBefore).isPresent()) {
            return new Result.TooLong(lastDay);
        }
        Instant until = endOf(command.latest().orElse(lastDay), clinic);
        try {
            Persons.Who who = persons.of(call, command);
            return who instanceof Persons.Who.Known known
                    ? join(new Request(call, command, known, visitType.get(), until))
                    : ((Persons.Who.Missing) who).result();
        } catch (EmrUnavailableException silent) {
            return new Result.EmrUnavailable();
        }
    }

    private record Request(
            CallContext call, Command command, Persons.Who.Known who, VisitType visitType, Instant until) {}

    private static Instant endOf(LocalDate day, Clinic clinic) {
        return day.plusDays(1).atStartOfDay(clinic.zone()).toInstant();
    }

    private Result join(Request request) {
        Optional<WaitlistEntry.Instead> instead =
                request.command().appointment().flatMap(appointment -> instead(request, appointment));
        if (request.command().appointment().isPresent() && instead.isEmpty()) {
            return new Result.AppointmentNotFound();
        }
        WaitlistEntry entry = entry(request, instead);
        CallContext call = request.call();
        record(request, entry, AuditResult.INTENDED);
        WaitlistBook.Joining joining = entries.join(
                call.clinic(), entry, new WaitlistBook.Asking(call.call(), call.caller()), LIMITS, entry.since());
        record(request, entry, joining instanceof WaitlistBook.Joining.Full ? AuditResult.REFUSED : AuditResult.DONE);
        if (joining instanceof WaitlistBook.Joining.Joined) {
            seen.watch(call.clinic(), entry.since());
        }
        return answer(joining);
    }

    private void record(Request request, WaitlistEntry entry, AuditResult result) {
        trail.record(
                request.call(),
                request.who().relationship(),
                AuditAction.JOIN_WAITLIST,
                entry.person().patient().map(PatientId::value),
                Optional.of(entry.id().value()),
                result);
    }

    private static Result answer(WaitlistBook.Joining joining) {
        if (joining instanceof WaitlistBook.Joining.Joined joined) {
            return new Result.Joined(joined.position(), false);
        }
        return joining instanceof WaitlistBook.Joining.Already already
                ? new Result.Joined(already.position(), true)
                : new Result.Full();
    }

    private WaitlistEntry entry(Request request, Optional<WaitlistEntry.Instead> instead) {
        Command command = request.command();
        Instant start = instead.map(WaitlistEntry.Instead::start).orElse(Instant.MAX);
        return new WaitlistEntry(
                new EntryId(ids.next().value()),
                command.kind(),
                request.who().person(),
                new WaitlistWish(
                        request.visitType().code(), command.provider(), command.partOfDay(), command.weekdays()),
                Priority.USUAL,
                clock.instant(),
                start.isBefore(request.until()) ? start : request.until(),
                request.call().language(),
                instead,
                command.notes());
    }

    /** The appointment that is to be had earlier: the patient's own, told to or booked in this call, and to come. */
    private Optional<WaitlistEntry.Instead> instead(Request request, AppointmentId appointment) {
        CallContext call = request.call();
        Optional<PatientId> patient = request.who().person().patient();
        boolean known = told.told(call.clinic(), call.call(), appointment)
                .filter(mentioned -> patient.equals(Optional.of(mentioned.patient())))
                .isPresent();
        if (!known) {
            return Optional.empty();
        }
        return appointments.of(call.clinic(), patient.get(), emrTime.request(call)).stream()
                .filter(each -> each.id().equals(appointment))
                .filter(Appointment::takesTime)
                .filter(each -> clock.instant().isBefore(each.time().start()))
                .map(each -> new WaitlistEntry.Instead(appointment, each.time().start()))
                .findFirst();
    }
}
