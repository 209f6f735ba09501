package ca.vitaravox.server.web.page;

import ca.vitaravox.server.access.Problem;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is said to people whom the interface refused something: what to do, in their language. */
public final class Refusals {
    private static final int NOT_LOGGED_IN = 401;

    /** What the interface says of a field, and what people are told for it. */
    private record Saying(Pattern detail, String key) {
        Saying(String detail, String key) {
            this(Pattern.compile(detail), key);
        }
    }

    private static final List<Saying> SAYINGS = List.of(
            new Saying("is missing", "refusal.missing"),
            new Saying("has 1 to (\\d+) printable characters", "refusal.line"),
            new Saying("is not a whole number from (\\d+) to (\\d+)", "refusal.number"),
            new Saying("is not a date .*", "refusal.time"),
            new Saying("is no zone .*", "refusal.zone"),
            new Saying("is not the one in the path.*", "refusal.id"));

    private Refusals() {}

    /** In one sentence. */
    public static String say(Texts texts, Problem problem) {
        String key = "problem." + problem.code();
        if (texts.has(key)) {
            return texts.text(key);
        }
        String detail = problem.getMessage();
        for (Saying saying : SAYINGS) {
            Matcher matcher = saying.detail().matcher(detail);
            if (matcher.matches()) {
                Object[] found = new Object[matcher.groupCount()];
                for (int i = 0; i < found.length; i++) {
                    found[i] = matcher.group(i + 1);
                }
                return texts.text(saying.key(), found);
            }
        }
        return texts.text("refusal.other", detail);
    }

    /** Whoever has to sign in first is asked to, over the page that they see. */
    static void rethrowIfNotLoggedIn(Problem problem) {
        if (problem.status() == NOT_LOGGED_IN) {
            throw problem;
        }
    }
}
