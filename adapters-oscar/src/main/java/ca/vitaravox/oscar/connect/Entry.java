package ca.vitaravox.oscar.connect;

import ca.vitaravox.oscar.access.TokenKey;
import ca.vitaravox.oscar.rest.OscarAddress;
import java.time.Duration;

/** What came of going to an OSCAR without a token. */
public sealed interface Entry {
    /**
     * It takes our client.
     *
     * @param address where it is, and as what it sees itself called
     * @param line which line it is
     * @param clockAhead how far its clock is ahead of ours
     * @param asked the token to ask for consent with
     */
    record Open(OscarAddress address, OscarLine line, Duration clockAhead, TokenKey asked) implements Entry {}

    /**
     * It does not.
     *
     * @param trouble why
     */
    record Shut(Trouble trouble) implements Entry {}
}
