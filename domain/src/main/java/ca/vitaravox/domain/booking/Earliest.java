package ca.vitaravox.domain.booking;

import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.clinic.Provider;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Puts the openings of several providers in one order: by when they start, where that is equal by the order of the
 * providers. Each is one number until it is known to be among those wanted. For one thread.
 */
final class Earliest {
    private final List<Provider> providers;
    private final Duration length;
    private final LongStream.Builder openings = LongStream.builder();

    /**
     * None yet.
     *
     * @param providers with whom openings may be, in order
     * @param length of each opening
     */
    Earliest(List<Provider> providers, Duration length) {
        this.providers = providers;
        this.length = length;
    }

    /** Openings with the {@code n}-th provider, which start at these seconds. */
    void add(int n, long[] starts) {
        for (long start : starts) {
            openings.add(start * providers.size() + n);
        }
    }

    /** The first of all, at most so many; this is the end of it. */
    List<Opening> first(int most) {
        return openings.build().sorted().limit(most).mapToObj(this::opening).toList();
    }

    private Opening opening(long number) {
        Instant start = Instant.ofEpochSecond(Math.floorDiv(number, (long) providers.size()));
        return new Opening(providers.get(Math.floorMod(number, providers.size())), TimeRange.from(start, length));
    }
}
