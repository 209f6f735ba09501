package ca.vitaravox.ports.clinic;

import java.time.Duration;

/**
 * Time of the provider that is kept free of other appointments around one of a visit type: to prepare, to write down.
 * Between two appointments the longer of what the one wants after and the other wants before is kept free. It may lie
 * outside working hours.
 *
 * @param before kept free before it; whole minutes, 0 to 120
 * @param after kept free after it; whole minutes, 0 to 120
 */
public record Buffers(Duration before, Duration after) {
    private static final Duration LONGEST = Duration.ofMinutes(120);

    /** Appointments may touch. */
    public static final Buffers NONE = new Buffers(Duration.ZERO, Duration.ZERO);

    /** Refuses what is longer, negative, or no whole minutes. */
    public Buffers {
        if (!isBuffer(before) || !isBuffer(after)) {
            throw new IllegalArgumentException("a buffer is 0 to 120 whole minutes");
        }
    }

    private static boolean isBuffer(Duration length) {
        return !length.isNegative()
                && length.compareTo(LONGEST) <= 0
                && length.equals(Duration.ofMinutes(length.toMinutes()));
    }
}
