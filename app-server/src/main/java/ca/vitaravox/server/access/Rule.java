package ca.vitaravox.server.access;

import ca.vitaravox.ports.access.Role;
import io.javalin.http.HandlerType;
import java.util.Set;

/**
 * Who may use a route. A route whose path has {@code {clinic}} in it is open to people of that clinic only; to others the
 * clinic is not there.
 *
 * @param method the method
 * @param path the path, with parameters in braces
 * @param needs what somebody must have
 * @param roles who may, where a full session is needed
 */
public record Rule(HandlerType method, String path, Needs needs, Set<Role> roles) {
    /** What somebody must have. */
    public enum Needs {
        /** Nothing: this is how one gets in. */
        NOTHING,
        /** A session, be it one that may only change its password or set up a second factor. */
        SESSION,
        /** A session that may do everything its role allows. */
        FULL_SESSION,
        /** The same, of somebody who works in the clinic that the query names as {@code clinic}. */
        ASKED_CLINIC
    }

    /** Whether it needs a session that may do everything its role allows. */
    public boolean needsFullSession() {
        return needs == Needs.FULL_SESSION || needs == Needs.ASKED_CLINIC;
    }

    /** Its method and path, as {@code GET /api/admin/users}. */
    public String route() {
        return method.name() + " " + path;
    }
}
