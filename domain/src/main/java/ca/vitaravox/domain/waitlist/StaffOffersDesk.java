package ca.vitaravox.domain.waitlist;

import ca.vitaravox.domain.audit.CallTrail;
import ca.vitaravox.ports.access.Actor;
import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.audit.AuditResult;
import ca.vitaravox.ports.booking.HoldLedger;
import ca.vitaravox.ports.booking.OpenTimes;
import ca.vitaravox.ports.booking.Slot;
import ca.vitaravox.ports.booking.SlotIds;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.task.TaskBook;
import ca.vitaravox.ports.task.TaskKind;
import ca.vitaravox.ports.waitlist.EntryEnd;
import ca.vitaravox.ports.waitlist.EntryId;
import ca.vitaravox.ports.waitlist.Offer;
import ca.vitaravox.ports.waitlist.OfferBook;
import ca.vitaravox.ports.waitlist.OfferEnd;
import ca.vitaravox.ports.waitlist.OfferId;
import ca.vitaravox.ports.waitlist.OfferState;
import ca.vitaravox.ports.waitlist.WaitlistBook;
import ca.vitaravox.ports.waitlist.WaitlistEntry;
import ca.vitaravox.ports.waitlist.WaitlistOffers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Staff phone, and say what came of it. Thread-safe. */
final class StaffOffersDesk implements WaitlistOffers {
    private final WaitlistBook entries;
    private final OfferBook offers;
    private final OpenTimes openTimes;
    private final HoldLedger holds;
    private final TaskBook tasks;
    private final Endings endings;
    private final CallTrail trail;
    private final SlotIds ids;
    private final InstantSource clock;

    StaffOffersDesk(
            WaitlistBook entries,
            OfferBook offers,
            OpenTimes openTimes,
            HoldLedger holds,
            TaskBook tasks,
            Endings endings,
            CallTrail trail,
            SlotIds ids,
            InstantSource clock) {
        this.entries = entries;
        this.offers = offers;
        this.openTimes = openTimes;
        this.holds = holds;
        this.tasks = tasks;
        this.endings = endings;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Contacting contacting(ClinicId clinic, OfferId id, Actor.Admin staff) {
        Optional<Offer> offer = live(clinic, id).filter(live -> live.state() instanceof OfferState.Matched);
        Optional<WaitlistEntry> entry = offer.flatMap(live -> entries.entry(clinic, live.entry(), clock.instant()));
        if (entry.isEmpty()) {
            return new Contacting.NotWaiting();
        }
        if (!clock.instant().isBefore(Offer.latest(offer.get().time().start()))) {
            return new Contacting.TooClose();
        }
        try {
            OpenTimes.Answer answer = openTimes.within(
                    Line.ofServer(clinic, clock.instant()), Line.question(entry.get(), offer.get()), true);
            if (answer instanceof OpenTimes.Answer.NotOpen) {
                endings.end(clinic, offer.get(), OfferEnd.TAKEN, staff);
                return new Contacting.Taken();
            }
            return answer instanceof OpenTimes.Answer.Blocked
                    ? new Contacting.Busy()
                    : hold(clinic, offer.get(), entry.get(), staff);
        } catch (EmrUnavailableException silent) {
            return new Contacting.EmrUnavailable();
        }
    }

    private Contacting hold(ClinicId clinic, Offer offer, WaitlistEntry entry, Actor.Admin staff) {
        Instant now = clock.instant();
        Instant latest = Offer.latest(offer.time().start());
        Instant longest = now.plus(Offer.LONGEST_HOLD);
        if (!now.isBefore(latest)) {
            return new Contacting.TooClose();
        }
        OfferState.Contacting held = new OfferState.Contacting(ids.next(), longest.isBefore(latest) ? longest : latest);
        Slot slot = new Slot(
                held.slot(),
                held.holder(),
                entry.person().patient(),
                offer.provider(),
                offer.time(),
                offer.visitType());
        if (!holds.keep(clinic, Optional.of(entry.person().phone()), slot, held.until(), now)) {
            return new Contacting.Busy();
        }
        if (!offers.change(clinic, offer, held, held.until(), now)) {
            holds.release(clinic, held.holder(), now);
            return new Contacting.NotWaiting();
        }
        trail.record(
                clinic,
                staff,
                AuditAction.OFFER_OPENING,
                entry.person().patient().map(PatientId::value),
                offer.id().value(),
                AuditResult.INTENDED);
        return new Contacting.Held(held.until());
    }

    @Override
    public Ending accepted(ClinicId clinic, OfferId id, Actor.Admin staff) {
        Optional<Offer> offer = live(clinic, id);
        boolean held = offer.isPresent()
                && offer.get().state() instanceof OfferState.Contacting contacting
                && clock.instant().isBefore(contacting.until());
        boolean free = offer.isPresent() && !(offer.get().state() instanceof OfferState.OnTheLine);
        return free && !held ? Ending.NOT_HELD : end(clinic, offer, OfferEnd.ACCEPTED, staff);
    }

    @Override
    public Ending declined(ClinicId clinic, OfferId id, Actor.Admin staff) {
        return end(clinic, live(clinic, id), OfferEnd.DECLINED, staff);
    }

    private Ending end(ClinicId clinic, Optional<Offer> offer, OfferEnd how, Actor.Admin staff) {
        if (offer.isEmpty()) {
            return Ending.OVER;
        }
        if (offer.get().state() instanceof OfferState.OnTheLine) {
            return Ending.ON_THE_LINE;
        }
        return endings.end(clinic, offer.get(), how, staff) ? Ending.ENDED : Ending.OVER;
    }

    /** The live offer; a task that was left of one that is over is finished. */
    private Optional<Offer> live(ClinicId clinic, OfferId id) {
        Optional<Offer> live = offers.live(clinic, id);
        if (live.isEmpty()) {
            tasks.finish(clinic, TaskKind.PHONE_FOR_OPENING, id.value(), clock.instant());
        }
        return live;
    }

    @Override
    public boolean remove(ClinicId clinic, EntryId entry, Actor.Admin staff) {
        return endings.end(clinic, entry, EntryEnd.REMOVED, staff);
    }
}
