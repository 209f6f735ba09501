package ca.vitaravox.ports.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessValuesTest {
    private static final Instant END = Instant.parse("2026-03-02T17:00:04Z");
    private static final Deadline DEADLINE = new Deadline(END);

    @ParameterizedTest
    @ValueSource(strings = {"a", "5f3c6a0e-6d1c-4a9e-9c0a-0a1b2c3d4e5f", "call_A.b:c-D"})
    void a_call_id_is_letters_digits_and_some_signs(String id) {
        assertEquals(id, new CallId(id).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a/b", "é", "a\n", "<a>"})
    void anything_else_is_no_call_id(String id) {
        assertThrows(IllegalArgumentException.class, () -> new CallId(id));
    }

    @Test
    void a_call_id_has_at_most_a_hundred_characters() {
        assertEquals(100, new CallId("x".repeat(100)).value().length());
        assertThrows(IllegalArgumentException.class, () -> new CallId("x".repeat(101)));
    }

    @Test
    void what_is_left_shrinks_to_nothing_and_not_below() {
        assertEquals(Duration.ofSeconds(4), DEADLINE.left(END.minusSeconds(4)));
        assertEquals(Duration.ZERO, DEADLINE.left(END));
        assertEquals(Duration.ZERO, DEADLINE.left(END.plusSeconds(1)));
    }

    @Test
    void a_deadline_allows_what_is_left_and_no_more() {
        Instant now = END.minusMillis(1500);
        assertTrue(DEADLINE.allows(Duration.ofMillis(1500), now));
        assertFalse(DEADLINE.allows(Duration.ofMillis(1501), now));
        assertFalse(DEADLINE.allows(Duration.ofMillis(1), END.plusSeconds(1)));
    }
}
