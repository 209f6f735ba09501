package ca.vitaravox.domain.waitlist;

import ca.vitaravox.domain.audit.CallTrail;
import ca.vitaravox.ports.access.Actor;
import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.audit.AuditResult;
import ca.vitaravox.ports.booking.HoldLedger;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.task.TaskBook;
import ca.vitaravox.ports.task.TaskKind;
import ca.vitaravox.ports.waitlist.EntryEnd;
import ca.vitaravox.ports.waitlist.EntryId;
import ca.vitaravox.ports.waitlist.Offer;
import ca.vitaravox.ports.waitlist.OfferBook;
import ca.vitaravox.ports.waitlist.OfferEnd;
import ca.vitaravox.ports.waitlist.OfferState;
import ca.vitaravox.ports.waitlist.WaitlistBook;
import java.time.InstantSource;
import java.util.Optional;

/** Ends offers and entries, with all that hangs on them. Thread-safe. */
final class Endings {
    private final WaitlistBook entries;
    private final OfferBook offers;
    private final HoldLedger holds;
    private final TaskBook tasks;
    private final CallTrail trail;
    private final InstantSource clock;

    Endings(
            WaitlistBook entries,
            OfferBook offers,
            HoldLedger holds,
            TaskBook tasks,
            CallTrail trail,
            InstantSource clock) {
        this.entries = entries;
        this.offers = offers;
        this.holds = holds;
        this.tasks = tasks;
        this.trail = trail;
        this.clock = clock;
    }

    /** Ends an offer, unless it was changed since it was read. What was accepted stays held as long as it was to be. */
    boolean end(ClinicId clinic, Offer offer, OfferEnd how, Actor actor) {
        Optional<String> chart = entries.entry(clinic, offer.entry(), clock.instant())
                .flatMap(entry -> entry.person().patient())
                .map(PatientId::value);
        if (!offers.change(clinic, offer, new OfferState.Ended(how), clock.instant(), clock.instant())) {
            return false;
        }
        if (offer.state() instanceof OfferState.Contacting held && how != OfferEnd.ACCEPTED) {
            holds.release(clinic, held.holder(), clock.instant());
        }
        tasks.finish(clinic, TaskKind.PHONE_FOR_OPENING, offer.id().value(), clock.instant());
        trail.record(clinic, actor, AuditAction.OFFER_OPENING, chart, offer.id().value(), result(how));
        return true;
    }

    /** Ends an entry and the offer that is live for it. */
    boolean end(ClinicId clinic, EntryId entry, EntryEnd why, Actor actor) {
        Optional<String> chart = entries.entry(clinic, entry, clock.instant())
                .flatMap(known -> known.person().patient())
                .map(PatientId::value);
        offers.live(clinic).stream()
                .filter(offer -> offer.entry().equals(entry))
                .forEach(offer -> end(clinic, offer, OfferEnd.WITHDRAWN, actor));
        boolean ended = entries.end(clinic, entry, why, clock.instant());
        if (ended) {
            trail.record(clinic, actor, AuditAction.LEAVE_WAITLIST, chart, entry.value(), AuditResult.DONE);
        }
        return ended;
    }

    private static AuditResult result(OfferEnd how) {
        return how == OfferEnd.ACCEPTED ? AuditResult.DONE : AuditResult.UNDONE;
    }
}
