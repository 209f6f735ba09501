package ca.vitaravox.oscar.rest;

import ca.vitaravox.ports.clinic.EmrUnavailableException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;

/**
 * What OSCAR answered. Its text shows the status alone.
 *
 * @param status the HTTP status, which with OSCAR means little: a 500 may stand for no rights, a wrong signature, an
 *     unknown id, or an error after everything was written
 * @param body the body, at most {@link BoundedBody#MOST} bytes
 */
public record OscarReply(int status, byte[] body) {
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;
    private static final int TIMEOUT = 408;
    private static final int FAILED = 500;

    /**
     * The JSON of a whole answer, a missing node for an empty one.
     *
     * @throws EmrUnavailableException for any other status, and for a body that is not one JSON document: OSCAR closes
     *     its brackets when it fails in the middle of a list and lets an XML fault follow, so that what is in front of
     *     it looks like a list, and lacks appointments
     */
    public JsonNode json() {
        if (status == NO_CONTENT) {
            return OscarJson.NOTHING;
        }
        if (status != OK) {
            throw new EmrUnavailableException("OSCAR answered " + status + ": no rights, or an error within");
        }
        return OscarJson.whole(body)
                .orElseThrow(() -> new EmrUnavailableException("OSCAR's answer is not one JSON document"));
    }

    /** Whether OSCAR did not take the token or the signature; it has done nothing then. */
    public boolean refusedToken() {
        return status == UNAUTHORIZED || status == FAILED && text().contains("OAuth1Exception");
    }

    /** Whether the server, or the proxy before it, was in no state to answer. */
    boolean unwell() {
        return Breaker.isFailure(status);
    }

    /**
     * What it says of something that was to be written. A 404 is no proof that nothing was: OSCAR has an operation that
     * writes and then does not find its own answer (recorded, {@code updateUrgency}).
     */
    WriteReply asWrite() {
        if (status == OK) {
            return OscarJson.beginning(body)
                    .<WriteReply>map(WriteReply.Done::new)
                    .orElseGet(() -> new WriteReply.Unsure("OSCAR's answer makes no sense"));
        }
        boolean certain = refusedToken() || status / 100 == 4 && status != TIMEOUT && status != NOT_FOUND;
        String why = "OSCAR answered " + status;
        return certain ? new WriteReply.NotDone(why) : new WriteReply.Unsure(why);
    }

    private String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "OscarReply[" + status + "]";
    }
}
