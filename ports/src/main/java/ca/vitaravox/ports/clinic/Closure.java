package ca.vitaravox.ports.clinic;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Whole days on which a clinic, or one of its providers, sees nobody.
 *
 * @param first the first closed day
 * @param last the last closed day, not before the first
 * @param reason as spoken: {@code Christmas Day}
 * @param provider the one provider who is away; empty when the clinic is closed
 */
public record Closure(LocalDate first, LocalDate last, String reason, Optional<ProviderId> provider) {
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

    /** Whether a day falls into this closure. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    /** Whether this closure keeps a provider away on a day: their own, or the whole clinic's. */
    public boolean keepsAway(ProviderId who, LocalDate day) {
        return covers(day) && provider.map(who::equals).orElse(true);
    }
}
