package ca.vitaravox.ports.access;

import java.util.Optional;

/** Driving port: getting in. Thread-safe. */
public interface Login {
    /**
     * Logs in. Unknown address, wrong password, wrong code, closed address and locked user get one answer after equal
     * work.
     */
    Result login(Request request);

    /**
     * What somebody types.
     *
     * @param email the address
     * @param password the password
     * @param code a code of the second factor, or a recovery code
     * @param kind how the session will be used
     */
    record Request(EmailAddress email, Password password, Optional<String> code, Session.Kind kind) {}

    /** How it ended. */
    sealed interface Result {
        /**
         * In.
         *
         * @param token the refresh token
         */
        record In(LiveSession session, String token) implements Result {
            @Override
            public String toString() {
                return "In[" + session.session().id() + "]";
            }
        }

        /** The password is right, and the second factor is asked for. */
        record CodeNeeded() implements Result {}

        /** Not in. */
        record Refused() implements Result {}
    }
}
