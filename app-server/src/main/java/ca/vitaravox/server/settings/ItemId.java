package ca.vitaravox.server.settings;

import ca.vitaravox.server.access.Body;
import java.util.regex.Pattern;

/** Ids in paths, that a body which is put back may repeat. */
final class ItemId {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,40}");

    private ItemId() {}

    /** Takes an id that can stand in a path. */
    static String of(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not an id");
        }
        return text;
    }

    /** Refuses a body that is another's. */
    static void check(Body body, String field, String inPath) {
        body.someText(field).filter(sent -> !sent.equals(inPath)).ifPresent(other -> {
            throw body.refusal(field, "is not the one in the path; ids do not change");
        });
    }
}
