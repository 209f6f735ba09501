package ca.vitaravox.domain.simulation;

import ca.vitaravox.ports.booking.SlotId;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What callers were told of an appointment, and what they asked to be done with it. */
final class Promise {
    private final Kept kept;
    private final Set<SlotId> targets = new HashSet<>();
    private Optional<Instant> told = Optional.empty();
    private boolean booked;
    private boolean toldGone;
    private boolean cancellingAsked;

    Promise(Kept kept) {
        this.kept = kept;
    }

    Kept kept() {
        return kept;
    }

    /** A caller heard that it stands. */
    void told(Instant at) {
        told = told.or(() -> Optional.of(at));
    }

    /** Whether a caller heard that it stands. */
    boolean isTold() {
        return told.isPresent();
    }

    /** A caller heard that it was booked, or moved there, and may come. */
    void toldBooked() {
        booked = true;
    }

    boolean isToldBooked() {
        return booked;
    }

    void cancellingAsked() {
        cancellingAsked = true;
    }

    void movingAsked(SlotId target) {
        targets.add(target);
    }

    /** A caller heard that it is no more. */
    void toldGone() {
        toldGone = true;
    }

    boolean isToldGone() {
        return toldGone;
    }

    boolean isCancellingAsked() {
        return cancellingAsked;
    }

    /** The slots that callers asked to have it moved to. */
    Set<SlotId> targets() {
        return targets;
    }

    /** Whether callers asked for anything that ends it. */
    boolean mayGo() {
        return cancellingAsked || !targets.isEmpty();
    }

    /** Whether a caller heard by {@code latest} that it stands. */
    boolean isToldBy(Instant latest) {
        return told.filter(at -> !at.isAfter(latest)).isPresent();
    }
}
