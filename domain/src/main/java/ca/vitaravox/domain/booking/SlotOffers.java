package ca.vitaravox.domain.booking;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.booking.BookableSlot;
import ca.vitaravox.ports.booking.HoldLedger;
import ca.vitaravox.ports.booking.OpeningSearch;
import ca.vitaravox.ports.booking.Slot;
import ca.vitaravox.ports.booking.SlotIds;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.Provider;
import ca.vitaravox.ports.clinic.VisitType;
import java.time.InstantSource;
import java.util.List;

/** Makes openings into slots offered to one call. Thread-safe. */
final class SlotOffers {
    /** Openings beyond those offered, in case others are quicker to some of them. */
    private static final int SPARE = 9;

    /** How often openings are looked for anew when others were quicker to all of them. */
    private static final int ROUNDS = 3;

    private final OpeningFinder finder;
    private final HoldLedger holds;
    private final SlotIds ids;
    private final InstantSource clock;

    SlotOffers(OpeningFinder finder, HoldLedger holds, SlotIds ids, InstantSource clock) {
        this.finder = finder;
        this.holds = holds;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What is offered.
     *
     * @param slots may be empty
     * @param held whether the first of them is held
     */
    record Offered(List<BookableSlot> slots, boolean held) {}

    /** Offers the earliest openings, at most {@link OpeningSearch#MOST_OFFERED}, and holds none. */
    List<BookableSlot> offer(CallContext call, Clinic clinic, Wanted wanted) {
        return offer(call, clinic, wanted, false).slots();
    }

    /** Offers the earliest openings, at most {@link OpeningSearch#MOST_OFFERED}, and holds the first if it may. */
    Offered offerAndHold(CallContext call, Clinic clinic, Wanted wanted) {
        return offer(call, clinic, wanted, true);
    }

    private Offered offer(CallContext call, Clinic clinic, Wanted wanted, boolean hold) {
        for (int round = 0; round < ROUNDS; round++) {
            List<Opening> openings = finder.earliest(
                    call, clinic, wanted, OpeningSearch.MOST_OFFERED, OpeningSearch.MOST_OFFERED + SPARE);
            if (openings.isEmpty()) {
                break;
            }
            List<Slot> candidates = openings.stream()
                    .map(opening -> slot(call, wanted, opening))
                    .toList();
            HoldLedger.Offer offer = holds.offer(
                    call.clinic(), call.caller(), candidates, hold, OpeningSearch.MOST_OFFERED, clock.instant());
            if (!offer.slots().isEmpty()) {
                return new Offered(
                        offer.slots().stream()
                                .map(slot -> bookable(clinic, wanted.visitType(), slot))
                                .toList(),
                        offer.held());
            }
        }
        return new Offered(List.of(), false);
    }

    private Slot slot(CallContext call, Wanted wanted, Opening opening) {
        return new Slot(
                ids.next(),
                call.call(),
                wanted.visitor().patient(),
                opening.provider().id(),
                opening.time(),
                wanted.visitType().code());
    }

    private static BookableSlot bookable(Clinic clinic, VisitType visitType, Slot slot) {
        Provider provider = clinic.provider(slot.provider()).orElseThrow();
        return new BookableSlot(
                slot.id(), provider, visitType, slot.time().start().atZone(clinic.zone()));
    }
}
