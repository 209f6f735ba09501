package ca.vitaravox.ports.clinic;

import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;

/**
 * A stretch of one day, in the clinic's wall-clock time.
 *
 * @param open when it begins
 * @param close when it ends, after it begins
 */
public record OpenHours(LocalTime open, LocalTime close) {
    /** The most stretches of one day. */
    public static final int MOST = 6;

    /** Refuses hours that end before they begin. */
    public OpenHours {
        if (!open.isBefore(close)) {
            throw new IllegalArgumentException("opening hours end after they begin");
        }
    }

    /** Whether a time of day lies within, the closing time excluded. */
    public boolean contains(LocalTime time) {
        return !time.isBefore(open) && time.isBefore(close);
    }

    /**
     * The hours of one day, in order.
     *
     * @throws IllegalArgumentException if they overlap, or are more than {@link #MOST}
     */
    public static List<OpenHours> ofDay(List<OpenHours> hours) {
        List<OpenHours> sorted =
                hours.stream().sorted(Comparator.comparing(OpenHours::open)).toList();
        if (sorted.size() > MOST) {
            throw new IllegalArgumentException("a day has at most 6 stretches of opening hours");
        }
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).open().isBefore(sorted.get(i - 1).close())) {
                throw new IllegalArgumentException("opening hours of one day do not overlap");
            }
        }
        return sorted;
    }
}
