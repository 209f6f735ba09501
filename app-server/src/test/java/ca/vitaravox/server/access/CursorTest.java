package ca.vitaravox.server.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CursorTest {
    @Test
    void a_cursor_holds_its_key_whatever_that_is() {
        for (String key : List.of("", "a", "2026-03-02T17:00:00Z call-1", "é\n\"", "x".repeat(400))) {
            assertEquals(Optional.of(key), Cursor.key(Cursor.of(key)));
        }
    }

    @Test
    void a_text_that_is_no_cursor_of_ours_holds_nothing() {
        String other = Base64.getUrlEncoder().encodeToString("7:a".getBytes(StandardCharsets.UTF_8));
        String cursor = Cursor.of("abc");
        for (String strange : List.of("", "!", "' OR 1=1", other, cursor + "=", cursor + "A", "A".repeat(2_000))) {
            assertEquals(Optional.empty(), Cursor.key(strange), strange);
        }
    }
}
