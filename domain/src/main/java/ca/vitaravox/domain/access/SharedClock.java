package ca.vitaravox.domain.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The time that several servers share: what a clock they all can ask said last, and what has passed since by a counter
 * that nobody sets. A step of a machine's own clock moves nothing, so that no server takes for over what another counts
 * on. An answer that took long may be off by half of that: one that came sooner is kept instead, until the counter may have
 * strayed as far. Thread-safe.
 */
public final class SharedClock implements InstantSource {
    /** What took longer to hear is not told anybody: half of it may be the error. */
    private static final Duration TOO_LONG = Duration.ofSeconds(1);

    /** The counter strays by less than a thousandth of what it counts; that of a usual machine by a ten-thousandth. */
    private static final int STRAYS = 1_000;

    private static final Duration UNKNOWN = Duration.ofDays(36_500);

    private final LongSupplier nanos;
    private volatile Anchor anchor;

    private record Anchor(Instant time, long nanos, Duration error) {}

    /**
     * A clock that nobody was asked for yet.
     *
     * @param first what time it is until then
     * @param nanos nanoseconds that pass evenly, such as {@link System#nanoTime}
     */
    public SharedClock(Instant first, LongSupplier nanos) {
        this.nanos = nanos;
        this.anchor = new Anchor(first, nanos.getAsLong(), UNKNOWN);
    }

    @Override
    public Instant instant() {
        return at(nanos.getAsLong());
    }

    private Instant at(long now) {
        Anchor last = anchor;
        return last.time().plusNanos(now - last.nanos());
    }

    /** By how much it may be off; a hundred years until it has asked. */
    public Duration error() {
        return error(nanos.getAsLong());
    }

    private Duration error(long now) {
        Anchor last = anchor;
        return last.error().plusNanos((now - last.nanos()) / STRAYS);
    }

    /**
     * Goes by what the shared clock says from now on, unless it took more than a second to say it, or so long that what is
     * known already is more exact. Where the two cannot both be right, the shared clock was set: then it is believed.
     *
     * @param shared asks it; what it throws is thrown on, and nothing has changed
     * @return how far this clock was behind it, negative if it was ahead; empty if it was not believed
     */
    public Optional<Duration> follow(Supplier<Instant> shared) {
        long asked = nanos.getAsLong();
        Instant said = shared.get();
        long heard = nanos.getAsLong();
        if (heard - asked > TOO_LONG.toNanos()) {
            return Optional.empty();
        }
        Duration error = Duration.ofNanos((heard - asked) / 2);
        Instant now = said.plus(error);
        Duration behind = Duration.between(at(heard), now);
        Duration before = error(heard);
        boolean wasSet = behind.abs().compareTo(error.plus(before)) > 0;
        if (!wasSet && error.compareTo(before) > 0) {
            return Optional.empty();
        }
        anchor = new Anchor(now, heard, error);
        return Optional.of(behind);
    }
}
