package ca.vitaravox.server.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.booking.SlotId;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RandomSlotIdsTest {
    private final RandomSlotIds ids = new RandomSlotIds();

    @Test
    void a_slot_id_has_twelve_characters_nobody_confuses() {
        assertTrue(ids.next().value().matches("[a-hjkmnp-z2-9]{12}"));
    }

    @Test
    void ten_thousand_slot_ids_differ() {
        assertEquals(
                10_000,
                Stream.generate(ids::next)
                        .limit(10_000)
                        .map(SlotId::value)
                        .collect(Collectors.toSet())
                        .size());
    }
}
