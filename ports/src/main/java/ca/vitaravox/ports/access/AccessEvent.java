package ca.vitaravox.ports.access;

import java.time.Instant;
import java.util.Optional;

/**
 * One line of the trail of access.
 *
 * @param at when
 * @param action what was done
 * @param by who did it; empty for somebody unknown, and for the command line of the server
 * @param user whose access it concerns; empty if there is no such user
 * @param session the session it began, used or ended
 * @param result how it ended
 */
public record AccessEvent(
        Instant at,
        Action action,
        Optional<UserId> by,
        Optional<UserId> user,
        Optional<SessionId> session,
        Result result) {
    /** How it ended. */
    public enum Result {
        /** About to be done: written before anything is changed. */
        INTENDED,
        /** Done. */
        DONE,
        /** Refused. */
        REFUSED
    }

    /** What was done. */
    public enum Action {
        /** A login. */
        LOGIN,
        /** A logout. */
        LOGOUT,
        /** A refresh token came a second time. */
        TOKEN_REUSED,
        /** A user was added. */
        USER_ADDED,
        /** A user's name, role, clinics or lock was changed. */
        USER_CHANGED,
        /** A user changed their own password. */
        PASSWORD_CHANGED,
        /** A user was given a password. */
        PASSWORD_GIVEN,
        /** A second factor was set up. */
        SECOND_FACTOR_SET,
        /** A second factor was taken away. */
        SECOND_FACTOR_REMOVED,
        /** A recovery code took the second factor's place. */
        RECOVERY_CODE_USED,
        /** A session was ended from another one. */
        SESSION_ENDED,
        /** An address that was closed after failures was opened. */
        ADDRESS_OPENED,
        /** The trail of access was read. */
        TRAIL_READ,
        /** Events older than seven years left the trail; what they were is sealed. */
        ENTRIES_RETIRED
    }
}
