package ca.vitaravox.oscar.connect;

import ca.vitaravox.oscar.access.TokenKey;

/** What came of a consent. */
public sealed interface Grant {
    /**
     * A token to work with.
     *
     * @param token the token
     */
    record Given(TokenKey token) implements Grant {}

    /**
     * None.
     *
     * @param trouble why
     */
    record Refused(Trouble trouble) implements Grant {}
}
