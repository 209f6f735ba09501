package ca.vitaravox.ports.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Driven port: sessions and their refresh tokens, of which only hashes are kept. A session and all its tokens end
 * together. Each method is one transaction. Thread-safe.
 */
public interface SessionLedger {
    /** How soon after a token was exchanged its repeat is taken for another tab of the same browser. */
    Duration RACE = Duration.ofSeconds(10);

    /** Keeps a new session and its first refresh token; a user's oldest beyond {@link Session#MOST} end. */
    void open(Session session, String tokenHash);

    /** The session, if it and its user are still let in; it counts as used now. */
    Optional<LiveSession> seen(SessionId session, Instant now);

    /** The same, but it does not count as used by it. */
    Optional<LiveSession> look(SessionId session, Instant now);

    /** Exchanges a refresh token for the next; one that was exchanged before ends the session. */
    Exchange exchange(String tokenHash, String nextHash, Instant now);

    /** A user's sessions that have not ended, the newest first. */
    List<Session> of(UserId user, Instant now);

    /** Ends a session of this user; tells false if there is none. */
    boolean end(UserId user, SessionId session, Instant now);

    /** What comes of a refresh token. */
    sealed interface Exchange {
        /** Exchanged: the next token counts from now on. */
        record Exchanged(LiveSession session) implements Exchange {}

        /**
         * It was exchanged a moment ago ({@link #RACE}) and the token it was exchanged for is still unused: two tabs.
         * The second gets nothing; the browser has the next token from the first.
         */
        record JustExchanged(SessionId session) implements Exchange {}

        /** It was exchanged before: two have it, and one of them stole it. The session is ended. */
        record Reused(UserId user, SessionId session) implements Exchange {}

        /** No such token, or its session has ended. */
        record Unknown() implements Exchange {}
    }
}
