package ca.vitaravox.server.access;

import io.javalin.http.Context;
import java.net.URI;
import java.util.Optional;

/**
 * From which pages the web application may be used: from its own. With a public address that is the one; without, and
 * listening on the loopback, it is the loopback; otherwise none.
 */
final class Origins {
    private final Optional<String> publicOrigin;
    private final boolean loopback;

    Origins(Optional<URI> publicUrl, boolean loopback) {
        this.publicOrigin = publicUrl.map(url -> url.getScheme() + "://" + url.getAuthority());
        this.loopback = loopback;
    }

    /** Whether cookies are sent over TLS only: always, but on a loopback without public address. */
    boolean secure() {
        return publicOrigin.isPresent() || !loopback;
    }

    /** Refuses a request that a page of another origin, or none that says so, caused. */
    void check(Context context) {
        String origin = Optional.ofNullable(context.header("Origin")).orElse("");
        if (!isOurs(origin, context)) {
            throw Problem.of(403, "WRONG_ORIGIN", "This is for the pages of the administration.");
        }
    }

    private boolean isOurs(String origin, Context context) {
        if (publicOrigin.isPresent()) {
            return publicOrigin.get().equalsIgnoreCase(origin);
        }
        return loopback && origin.matches("http://(localhost|127\\.0\\.0\\.1|\\[::1\\]):" + context.port());
    }
}
