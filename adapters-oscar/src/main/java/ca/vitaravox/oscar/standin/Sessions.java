package ca.vitaravox.oscar.standin;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tomcat's sessions: every request without a known {@code JSESSIONID} gets a new one (measured). A session in which
 * somebody logged in wins over the token. Thread-safe; the oldest is forgotten when there are too many.
 */
final class Sessions {
    static final int MOST = 10_000;
    private static final Pattern COOKIE = Pattern.compile("(?:^|;\\s*)JSESSIONID=([0-9A-F]+)");

    private final Supplier<String> ids;
    private final Map<String, Optional<String>> providers = new LinkedHashMap<>();

    Sessions(Supplier<String> ids) {
        this.ids = ids;
    }

    /** The session that the request names, if there is one. */
    synchronized Optional<String> named(Message message) {
        Matcher cookie = COOKIE.matcher(message.header("Cookie").orElse(""));
        return cookie.find() && providers.containsKey(cookie.group(1))
                ? Optional.of(cookie.group(1))
                : Optional.empty();
    }

    /** A new session, in which nobody has logged in. */
    synchronized String begin() {
        String session = ids.get().replace("-", "").toUpperCase(Locale.ROOT);
        providers.put(session, Optional.empty());
        if (providers.size() > MOST) {
            providers.remove(providers.keySet().iterator().next());
        }
        return session;
    }

    synchronized void logIn(String session, String provider) {
        providers.computeIfPresent(session, (id, nobody) -> Optional.of(provider));
    }

    synchronized Optional<String> loggedIn(String session) {
        return providers.getOrDefault(session, Optional.empty());
    }

    synchronized void end(String session) {
        providers.remove(session);
    }
}
