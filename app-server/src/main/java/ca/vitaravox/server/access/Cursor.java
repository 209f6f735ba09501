package ca.vitaravox.server.access;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * After which item a page begins, as an opaque text. It holds the sort key of the last item of the page before, so that
 * nothing is skipped or shown twice when items are added or removed meanwhile.
 */
final class Cursor {
    private static final String FORM = "1:";
    private static final int LONGEST = 600;

    private Cursor() {}

    static String of(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((FORM + key).getBytes(StandardCharsets.UTF_8));
    }

    /** The key that a cursor of ours holds; empty for any other text. */
    static Optional<String> key(String cursor) {
        if (cursor.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            return Optional.of(text)
                    .filter(known -> known.startsWith(FORM)
                            && of(known.substring(FORM.length())).equals(cursor))
                    .map(known -> known.substring(FORM.length()))
                    .filter(key -> key.indexOf('\0') < 0); // which no text in the database can hold
        } catch (IllegalArgumentException strange) {
            return Optional.empty();
        }
    }
}
