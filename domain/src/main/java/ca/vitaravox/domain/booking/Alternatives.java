package ca.vitaravox.domain.booking;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.BookableSlot;
import ca.vitaravox.ports.booking.PartOfDay;
import ca.vitaravox.ports.booking.Slot;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What else can be had by somebody who cannot have a slot: the same kind of visit, from that day on. Thread-safe. */
final class Alternatives {
    private final SlotOffers offers;
    private final OwnAppointments own;
    private final RecentReads recent;
    private final InstantSource clock;

    Alternatives(SlotOffers offers, OwnAppointments own, RecentReads recent, InstantSource clock) {
        this.offers = offers;
        this.own = own;
        this.recent = recent;
        this.clock = clock;
    }

    /** To a slot that turned out to be taken: what was read before counts no longer. */
    List<BookableSlot> toTaken(
            CallContext call, Clinic clinic, Slot slot, Visitor visitor, Optional<AppointmentId> moving) {
        recent.forget(call.clinic());
        return to(call, clinic, slot, visitor, moving);
    }

    /**
     * Offered, not held. Without an answer from the EMR there are none, and the caller still hears the truth.
     *
     * @param moving an appointment about to be moved, whose own time counts as free
     */
    List<BookableSlot> to(CallContext call, Clinic clinic, Slot slot, Visitor visitor, Optional<AppointmentId> moving) {
        Wanted wanted = new Wanted(
                clinic.visitType(slot.visitType()).orElseThrow(),
                clinic.bookableProviders(),
                slot.time().start().atZone(clinic.zone()).toLocalDate(),
                Window.of(clinic, clock.instant()).last(),
                PartOfDay.ANY,
                Set.of(),
                visitor,
                moving);
        try {
            return offers.offer(call, clinic, own.knowing(call, wanted));
        } catch (EmrUnavailableException e) {
            return List.of();
        }
    }
}
