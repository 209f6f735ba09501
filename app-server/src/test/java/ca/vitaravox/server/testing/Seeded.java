package ca.vitaravox.server.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The people and secrets of the end-to-end tests, as they would look if they leaked: by what is found, not by value, so
 * that a report of a leak is none.
 */
public final class Seeded {
    private static final Map<String, Pattern> KINDS = kinds();

    private Seeded() {}

    private static Map<String, Pattern> kinds() {
        Map<String, Pattern> kinds = new LinkedHashMap<>();
        kinds.put(
                "a patient's name",
                Pattern.compile(
                        "\\b(Casey|Tester|Zenobia|Quillfeather|Castellan|MacLeod|Siobh[áa]n|Tremblay-Roy)\\b",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
        kinds.put("a patient's number", Pattern.compile("(778|604)[-. )]{0,2}555[-. ]?\\d{4}\\b"));
        kinds.put("a date of birth", Pattern.compile("\\b(1980-01-\\d\\d|1971-04-05|1985-03-15|2016-07-02)\\b"));
        kinds.put("a health number", Pattern.compile("\\b9\\d{3}[- ]?\\d{3}[- ]?\\d{3}\\b"));
        kinds.put("what was said", Pattern.compile("\\b(rash|swollen|chest pain)\\b", Pattern.CASE_INSENSITIVE));
        kinds.put("the webhook's secret", literal(TestServer.SECRET));
        kinds.put("the secret of logins", literal(TestServer.JWT_SECRET));
        kinds.put("an encryption key", literal(TestServer.ENCRYPTION_KEYS.substring("k1:".length())));
        kinds.put("a password", literal(Admin.PASSWORD));
        kinds.put("a token", Pattern.compile("eyJ[A-Za-z0-9_-]{10,}\\."));
        kinds.put("a credential", Pattern.compile("(?i)\\bbearer [a-z0-9._~+/-]{16,}"));
        kinds.put("a sealed secret", Pattern.compile("\\bv1\\.k[0-9]\\.[A-Za-z0-9_-]{16}\\."));
        kinds.put("a hashed password", Pattern.compile("\\$2[aby]\\$\\d\\d\\$"));
        return kinds;
    }

    private static Pattern literal(String text) {
        return Pattern.compile(Pattern.quote(text));
    }

    /** Which kinds of them a text has. */
    public static Set<String> in(String text) {
        Set<String> found = new TreeSet<>();
        KINDS.forEach((kind, pattern) -> {
            if (pattern.matcher(text).find()) {
                found.add(kind);
            }
        });
        return found;
    }

    /**
     * Refuses an answer that reports an error and has any of them in it.
     *
     * @throws AssertionError naming what it has
     */
    public static void absentFromError(int status, String body, String what) {
        if (status >= 400 && !in(body).isEmpty()) {
            throw new AssertionError(in(body) + " in the answer " + status + " to " + what);
        }
    }
}
