package ca.vitaravox.ports.clinic;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Days, or a part of each of them, on which a clinic, or one of its providers, sees nobody.
 *
 * @param first the first closed day
 * @param last the last closed day, not before the first
 * @param hours the part of each of these days that is closed; empty for whole days
 * @param reason as spoken: {@code Christmas Day}
 * @param provider the one provider who is away; empty when the clinic is closed
 */
public record Closure(
        LocalDate first, LocalDate last, Optional<Hours> hours, String reason, Optional<ProviderId> provider) {
    /** The longest reason, in characters. */
    public static final int LONGEST_REASON = 100;

    /** Refuses a closure that ends before it begins, and a reason that is blank or longer. */
    public Closure {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("a closure ends on or after the day it begins");
        }
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("the reason of a closure has 1 to 100 characters");
        }
    }

    /** A closure of whole days. */
    public Closure(LocalDate first, LocalDate last, String reason, Optional<ProviderId> provider) {
        this(first, last, Optional.empty(), reason, provider);
    }

    /**
     * A part of a day in the clinic's wall-clock time, in full minutes, half-open.
     *
     * @param from when it begins
     * @param to when it ends, after it began; midnight is the end of the day
     */
    public record Hours(LocalTime from, LocalTime to) {
        /** Refuses a part that ends before it begins, a whole day, and parts of minutes. */
        public Hours {
            if (!from.equals(from.truncatedTo(ChronoUnit.MINUTES)) || !to.equals(to.truncatedTo(ChronoUnit.MINUTES))) {
                throw new IllegalArgumentException("a closed part of a day begins and ends with a full minute");
            }
            boolean part = to.equals(LocalTime.MIDNIGHT) ? !from.equals(LocalTime.MIDNIGHT) : from.isBefore(to);
            if (!part) {
                throw new IllegalArgumentException("a closed part of a day ends after it begins");
            }
        }

        /** Whether a time of day lies within, the end excluded. */
        public boolean contains(LocalTime time) {
            return !time.isBefore(from) && (to.equals(LocalTime.MIDNIGHT) || time.isBefore(to));
        }

        /** When it ends on a day, as the wall clock shows it. */
        public LocalDateTime end(LocalDate day) {
            return to.equals(LocalTime.MIDNIGHT) ? day.plusDays(1).atStartOfDay() : day.atTime(to);
        }
    }

    /** Whether a day is one of its days, be it closed as a whole or in part. */
    public boolean includes(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    /** Whether a day is closed as a whole. */
    public boolean covers(LocalDate day) {
        return hours.isEmpty() && includes(day);
    }

    /** Whether a time of the wall clock is closed. */
    public boolean covers(LocalDate day, LocalTime time) {
        return includes(day) && hours.map(part -> part.contains(time)).orElse(true);
    }

    /** Whether it is this provider's: their own, or the whole clinic's. */
    public boolean concerns(ProviderId who) {
        return provider.map(who::equals).orElse(true);
    }

    /** Whether it keeps a provider away on a whole day. */
    public boolean keepsAway(ProviderId who, LocalDate day) {
        return covers(day) && concerns(who);
    }
}
