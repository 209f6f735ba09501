package ca.vitaravox.domain.waitlist;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.booking.BookingJournal;
import ca.vitaravox.ports.booking.HoldLedger;
import ca.vitaravox.ports.booking.OpenTimes;
import ca.vitaravox.ports.booking.Slot;
import ca.vitaravox.ports.booking.SlotId;
import ca.vitaravox.ports.booking.SlotIds;
import ca.vitaravox.ports.booking.SlotState;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.waitlist.Offer;
import ca.vitaravox.ports.waitlist.OfferBook;
import ca.vitaravox.ports.waitlist.OfferState;
import ca.vitaravox.ports.waitlist.WaitlistEntry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Holds an offered opening for a phone call. Thread-safe. */
final class HoldingForCaller {
    private final OfferBook offers;
    private final OpenTimes openTimes;
    private final HoldLedger holds;
    private final BookingJournal journal;
    private final SlotIds ids;
    private final InstantSource clock;

    HoldingForCaller(
            OfferBook offers,
            OpenTimes openTimes,
            HoldLedger holds,
            BookingJournal journal,
            SlotIds ids,
            InstantSource clock) {
        this.offers = offers;
        this.openTimes = openTimes;
        this.holds = holds;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Holds it for the call, if it can be.
     *
     * @throws ca.vitaravox.ports.clinic.EmrUnavailableException if the EMR does not answer
     */
    Optional<OfferState.OnTheLine> hold(CallContext call, PatientId patient, Offer offer, WaitlistEntry entry) {
        if (offer.state() instanceof OfferState.OnTheLine line) {
            return Optional.of(line).filter(mine -> isStillHeld(call, mine));
        }
        if (offer.state() instanceof OfferState.Contacting contacting) {
            boolean ours =
                    holds.handOver(call.clinic(), contacting.slot(), call.call(), call.caller(), clock.instant());
            return ours ? keep(call, offer, contacting.slot()) : Optional.empty();
        }
        Instant longest = clock.instant().plus(HoldLedger.LONGEST_HOLD);
        boolean inTime = !longest.isAfter(Offer.latest(offer.time().start()));
        if (!inTime || !(openTimes.within(call, Line.question(entry, offer), false) instanceof OpenTimes.Answer.Open)) {
            return Optional.empty();
        }
        Slot slot = new Slot(
                ids.next(), call.call(), Optional.of(patient), offer.provider(), offer.time(), offer.visitType());
        boolean held = holds.offer(call.clinic(), call.caller(), List.of(slot), true, 1, clock.instant())
                .held();
        return held ? keep(call, offer, slot.id()) : Optional.empty();
    }

    private boolean isStillHeld(CallContext call, OfferState.OnTheLine line) {
        return line.call().equals(call.call())
                && journal.slot(call.clinic(), call.call(), line.slot(), clock.instant())
                        .filter(entry -> entry.state() instanceof SlotState.Held)
                        .isPresent();
    }

    private Optional<OfferState.OnTheLine> keep(CallContext call, Offer offer, SlotId slot) {
        OfferState.OnTheLine line = new OfferState.OnTheLine(call.call(), slot);
        Instant now = clock.instant();
        boolean kept = offers.change(call.clinic(), offer, line, now.plus(LiveOffers.CALL_LOOK), now);
        return kept ? Optional.of(line) : Optional.empty();
    }
}
