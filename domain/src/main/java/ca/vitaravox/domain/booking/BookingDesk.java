package ca.vitaravox.domain.booking;

import ca.vitaravox.domain.audit.CallTrail;
import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.access.Pause;
import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.audit.AuditResult;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.Booking;
import ca.vitaravox.ports.booking.BookingJournal;
import ca.vitaravox.ports.booking.Slot;
import ca.vitaravox.ports.booking.SlotState;
import ca.vitaravox.ports.booking.ToldAppointments;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import ca.vitaravox.ports.patient.Identification;
import ca.vitaravox.ports.patient.IdentityLedger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/**
 * Books slots: rules, claim, intent in the trail, write, outcome in the trail. A repeat finds the booking made, joins
 * the write under way, or takes up one that was cut off. Thread-safe.
 */
final class BookingDesk implements Booking {
    /** How long after the caller's deadline an attempt that never ended may be taken over. */
    private static final Duration TAKEOVER_MARGIN = Duration.ofSeconds(1);

    /** How often a write under way is looked at while its end is awaited. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final ClinicDirectory clinics;
    private final IdentityLedger identities;
    private final BookingJournal journal;
    private final BookingRules rules;
    private final WritingAppointment writing;
    private final Alternatives alternatives;
    private final ToldAppointments told;
    private final CallTrail trail;
    private final InstantSource clock;
    private final Pause pause;

    BookingDesk(
            ClinicDirectory clinics,
            IdentityLedger identities,
            BookingJournal journal,
            BookingRules rules,
            WritingAppointment writing,
            Alternatives alternatives,
            ToldAppointments told,
            CallTrail trail,
            InstantSource clock,
            Pause pause) {
        this.clinics = clinics;
        this.identities = identities;
        this.journal = journal;
        this.rules = rules;
        this.writing = writing;
        this.alternatives = alternatives;
        this.told = told;
        this.trail = trail;
        this.clock = clock;
        this.pause = pause;
    }

    @Override
    public Result book(CallContext call, Command command) {
        Optional<Identification> identified = identities.identified(call.clinic(), call.call(), command.patient());
        if (identified.isEmpty()) {
            return new Result.NotIdentified();
        }
        Optional<BookingJournal.Entry> entry =
                journal.slot(call.clinic(), call.call(), command.slot(), clock.instant());
        if (entry.isEmpty()) {
            return new Result.SlotUnknown();
        }
        Clinic clinic = clinics.clinic(call.clinic());
        Request request = new Request(call, clinic, entry.get().slot(), command, identified.get());
        try {
            return proceed(request, entry.get().state());
        } catch (EmrUnavailableException e) {
            return new Result.EmrUnavailable();
        }
    }

    private record Request(
            CallContext call, Clinic clinic, Slot slot, Command command, Identification identification) {}

    private Result proceed(Request request, SlotState state) {
        if (state instanceof SlotState.Booked booked) {
            return repeated(request, booked);
        }
        if (!(state instanceof SlotState.Writing)) {
            Optional<Result> refusal =
                    rules.refusal(request.call(), request.clinic(), request.slot(), request.command(), clock.instant());
            if (refusal.isPresent()) {
                return refusal.get();
            }
        }
        BookingJournal.Claim claim = journal.claim(
                request.call().clinic(),
                request.slot().id(),
                request.command().patient(),
                clock.instant(),
                request.call().deadline().end().plus(TAKEOVER_MARGIN));
        if (claim instanceof BookingJournal.Claim.Yours yours) {
            return write(request, yours);
        }
        return claim instanceof BookingJournal.Claim.Blocked ? taken(request) : join(request);
    }

    private Result write(Request request, BookingJournal.Claim.Yours claim) {
        intend(request, claim);
        Written written = writing.write(new WritingAppointment.Attempt(
                request.call(),
                request.clinic(),
                request.slot(),
                request.command().patient(),
                request.command().reason(),
                claim.attempt(),
                claim.resumed()));
        if (written instanceof Written.Confirmed confirmed) {
            audit(request, AuditResult.DONE);
            return booked(request, confirmed.appointment(), claim.resumed());
        }
        if (written instanceof Written.Open) {
            audit(request, AuditResult.UNKNOWN);
            return new Result.Pending();
        }
        audit(request, AuditResult.UNDONE);
        return written instanceof Written.Collided ? taken(request) : new Result.EmrUnavailable();
    }

    /** No trail, no write: what cannot be recorded is given up before the EMR is asked. */
    private void intend(Request request, BookingJournal.Claim.Yours claim) {
        try {
            audit(request, AuditResult.INTENDED);
        } catch (RuntimeException e) {
            if (!claim.resumed()) {
                journal.end(
                        request.call().clinic(),
                        request.slot().id(),
                        claim.attempt(),
                        new SlotState.Released(),
                        clock.instant());
            }
            throw e;
        }
    }

    /** The slot is booked already: for somebody else, by this request before, or cancelled again since. */
    private Result repeated(Request request, SlotState.Booked booked) {
        if (!booked.patient().equals(request.command().patient())) {
            return taken(request);
        }
        return rules.stands(request.call(), request.command().patient(), booked.appointment())
                ? booked(request, booked.appointment(), true)
                : new Result.SlotExpired();
    }

    private Result booked(Request request, AppointmentId appointment, boolean already) {
        told.keep(
                request.call().clinic(),
                request.call().call(),
                request.command().patient(),
                Set.of(appointment),
                true,
                clock.instant());
        return new Result.Booked(Telling.of(request.clinic(), request.slot(), appointment), already);
    }

    /** Awaits the end of a write under way; takes it up where it was cut off. */
    private Result join(Request request) {
        while (request.call().deadline().allows(LOOK_AGAIN.multipliedBy(2), clock.instant())) {
            try {
                pause.of(LOOK_AGAIN);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new Result.Pending();
            }
            Instant now = clock.instant();
            SlotState state = journal.slot(
                            request.call().clinic(),
                            request.call().call(),
                            request.slot().id(),
                            now)
                    .orElseThrow()
                    .state();
            boolean stillWriting = state instanceof SlotState.Writing running && now.isBefore(running.until());
            if (!stillWriting) {
                return proceed(request, state);
            }
        }
        return new Result.Pending();
    }

    private Result taken(Request request) {
        return new Result.SlotTaken(alternatives.to(
                request.call(),
                request.clinic(),
                request.slot(),
                request.command().patient()));
    }

    private void audit(Request request, AuditResult result) {
        trail.record(
                request.call(),
                request.identification().relationship(),
                AuditAction.BOOK_APPOINTMENT,
                Optional.of(request.command().patient().value()),
                Optional.of(request.slot().id().value()),
                result);
    }
}
