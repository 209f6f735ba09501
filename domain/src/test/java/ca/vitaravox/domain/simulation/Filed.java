package ca.vitaravox.domain.simulation;

import ca.vitaravox.ports.booking.SlotId;
import java.time.Instant;
import java.util.Optional;

/** What happened to an appointment in an EMR. */
final class Filed {
    private final Kept kept;
    private final Optional<SlotId> slot;
    private Instant since;
    private Optional<Instant> gone = Optional.empty();
    private boolean changedByStaff;

    /** An appointment that came in at {@code since}; {@code slot} is empty if staff wrote it. */
    Filed(Kept kept, Optional<SlotId> slot, Instant since) {
        this.kept = kept;
        this.slot = slot;
        this.since = since;
    }

    Kept kept() {
        return kept;
    }

    /** The slot it was booked from, by us. */
    Optional<SlotId> slot() {
        return slot;
    }

    /** Since when it is where it is. */
    Instant since() {
        return since;
    }

    /** Whether staff wrote or changed it: then its time is as they want it. */
    boolean isOfStaff() {
        return slot.isEmpty() || changedByStaff;
    }

    /** Whether staff moved or cancelled it: then we have nothing to do with it any more. */
    boolean isChangedByStaff() {
        return changedByStaff;
    }

    boolean isLive() {
        return gone.isEmpty();
    }

    /** Whether it was there at some time from {@code from} on. */
    boolean wasThereFrom(Instant from) {
        return gone.filter(from::isAfter).isEmpty();
    }

    void cancelled(Instant at) {
        gone = gone.or(() -> Optional.of(at));
    }

    void cancelledByStaff(Instant at) {
        changedByStaff = true;
        cancelled(at);
    }

    void movedByStaff(Instant at) {
        changedByStaff = true;
        since = at;
    }
}
