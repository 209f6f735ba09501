package ca.vitaravox.domain.booking;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.booking.BookableSlot;
import ca.vitaravox.ports.booking.PartOfDay;
import ca.vitaravox.ports.booking.Slot;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What else can be had by somebody whose slot is gone: the same kind of visit, from that day on. Thread-safe. */
final class Alternatives {
    private final SlotOffers offers;
    private final InstantSource clock;

    Alternatives(SlotOffers offers, InstantSource clock) {
        this.offers = offers;
        this.clock = clock;
    }

    /** Offered, not held. Without an answer from the EMR there are none, and the caller still hears the truth. */
    List<BookableSlot> to(CallContext call, Clinic clinic, Slot slot, Visitor visitor) {
        Wanted wanted = new Wanted(
                clinic.visitType(slot.visitType()).orElseThrow(),
                clinic.bookableProviders(),
                slot.time().start().atZone(clinic.zone()).toLocalDate(),
                Window.of(clinic, clock.instant()).last(),
                PartOfDay.ANY,
                Set.of(),
                visitor,
                Optional.empty());
        try {
            return offers.offer(call, clinic, wanted, false);
        } catch (EmrUnavailableException e) {
            return List.of();
        }
    }
}
