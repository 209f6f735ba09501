package ca.vitaravox.ports.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MessageTest {
    private static Message message(String reason, Optional<String> text) {
        return new Message(Optional.empty(), Optional.empty(), reason, text);
    }

    @Test
    void a_text_is_1_to_2000_characters_long() {
        String longest = "x".repeat(2_000);
        assertEquals(
                Optional.of(longest), message("billing", Optional.of(longest)).text());
        for (String text : List.of("", " ", longest + "x")) {
            assertThrows(IllegalArgumentException.class, () -> message("billing", Optional.of(text)));
        }
    }

    @Test
    void a_reason_is_1_to_40_letters() {
        String longest = "x".repeat(40);
        assertEquals(longest, message(longest, Optional.empty()).reason());
        for (String reason : List.of("", "Billing", "my bill", longest + "x")) {
            assertThrows(IllegalArgumentException.class, () -> message(reason, Optional.empty()));
        }
    }

    @Test
    void nothing_personal_is_in_its_text() {
        assertEquals(
                "Message[billing]",
                message("billing", Optional.of("Robin Castellan owes nothing.")).toString());
    }
}
