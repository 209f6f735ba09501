package ca.vitaravox.server.access;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.Duration;

/**
 * The cookies of the web application. Scripts see only the CSRF token; none is sent along from another site, and, but on
 * a plain-http loopback, none without TLS.
 */
final class Cookies {
    private static final String HERE = "/";
    private static final String AUTH_ONLY = "/api/auth";

    private final boolean secure;

    Cookies(boolean secure) {
        this.secure = secure;
    }

    /** The prefixes have browsers refuse cookies that another host of the domain, or plain http, tries to set. */
    private String name(String path, String name) {
        return secure ? (path.equals(HERE) ? "__Host-" : "__Secure-") + name : name;
    }

    String access(Context context) {
        return context.cookie(name(HERE, "vitaravox_access"));
    }

    String refresh(Context context) {
        return context.cookie(name(AUTH_ONLY, "vitaravox_refresh"));
    }

    void set(Context context, String access, String refresh, String csrf, Duration lasts) {
        put(context, HERE, "vitaravox_access", access, AccessTokens.LASTS, true);
        put(context, AUTH_ONLY, "vitaravox_refresh", refresh, lasts, true);
        put(context, HERE, "vitaravox_csrf", csrf, lasts, false);
    }

    void clear(Context context) {
        put(context, HERE, "vitaravox_access", "", Duration.ZERO, true);
        put(context, AUTH_ONLY, "vitaravox_refresh", "", Duration.ZERO, true);
        put(context, HERE, "vitaravox_csrf", "", Duration.ZERO, false);
    }

    private void put(Context context, String path, String name, String value, Duration lasts, boolean hidden) {
        context.cookie(new Cookie(
                name(path, name),
                value,
                path,
                Math.toIntExact(lasts.toSeconds()),
                secure,
                hidden,
                null,
                SameSite.STRICT));
    }
}
