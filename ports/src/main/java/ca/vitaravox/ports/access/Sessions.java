package ca.vitaravox.ports.access;

import java.util.List;
import java.util.Optional;

/** Driving port: sessions. Thread-safe. */
public interface Sessions {
    /** The session as it is now, counting as used; empty if it has ended. */
    Optional<Admitted> admit(SessionId session);

    /** The same, not counting as used: for what stays open by itself, and keeps nobody signed in. */
    Optional<Admitted> look(SessionId session);

    /** Exchanges a refresh token for the next. */
    Refresh refresh(String token);

    /** A user's sessions, the newest first. */
    List<Session> of(UserId user);

    /** Ends a session of {@code user}; tells false if there is none. */
    boolean end(LiveSession by, UserId user, SessionId session);

    /**
     * A live session and what it may be used for.
     *
     * @param live the session
     * @param standing what it is good for
     */
    record Admitted(LiveSession live, Standing standing) {}

    /** What a session is good for. */
    enum Standing {
        /** Everything the role allows. */
        FULL,
        /** To choose a password in place of the one that was given, and nothing else. */
        MUST_CHANGE_PASSWORD,
        /** To set up a second factor, and nothing else. */
        MUST_SET_SECOND_FACTOR
    }

    /** How a refresh ended. */
    sealed interface Refresh {
        /**
         * Refreshed.
         *
         * @param token the next refresh token
         */
        record Refreshed(LiveSession session, String token) implements Refresh {
            @Override
            public String toString() {
                return "Refreshed[" + session.session().id() + "]";
            }
        }

        /** Another tab has just refreshed: its token counts. */
        record AnotherTab() implements Refresh {}

        /** Refused. */
        record Refused() implements Refresh {}
    }
}
