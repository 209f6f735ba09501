package ca.vitaravox.ports.access;

import java.time.Duration;
import java.time.Instant;

/**
 * A user's session.
 *
 * @param id the session
 * @param user whose
 * @param kind how it is used
 * @param secondFactor whether it was proved by a second factor
 * @param startedAt the login
 * @param seenAt when it was last used
 */
public record Session(SessionId id, UserId user, Kind kind, boolean secondFactor, Instant startedAt, Instant seenAt) {
    /** How long a session lasts after the login, however much it is used. */
    public static final Duration LONGEST = Duration.ofDays(7);

    /** How long a session of the web application lasts unused. */
    public static final Duration LONGEST_IDLE = Duration.ofMinutes(30);

    /** The most sessions of one user; a login beyond them ends the oldest. */
    public static final int MOST = 20;

    /** How a session is used. */
    public enum Kind {
        /** By the web application, over cookies. */
        WEB,
        /** By a program, over tokens. */
        API
    }

    /** Whether it has ended by itself. */
    public boolean isOver(Instant now) {
        return !now.isBefore(startedAt.plus(LONGEST)) || kind == Kind.WEB && !now.isBefore(seenAt.plus(LONGEST_IDLE));
    }
}
