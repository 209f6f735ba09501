package ca.vitaravox.domain.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.vitaravox.ports.clinic.ClinicId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShortMemoryTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final Duration MOMENT = Duration.ofNanos(1);
    private static final ClinicId CLINIC = new ClinicId("harbourview");
    private static final ClinicId OTHER = new ClinicId("cedar-lane");

    private final ShortMemory<String, Integer> memory = new ShortMemory<>(Duration.ofSeconds(5), 3);

    private void keep(ClinicId clinic, String key, int value, Instant at) {
        memory.keep(memory.begin(clinic, at), key, value);
    }

    @Test
    void a_value_is_remembered_for_its_time_and_not_a_moment_longer() {
        keep(CLINIC, "a", 1, NOW);
        assertEquals(
                Optional.of(1), memory.recall(CLINIC, "a", NOW.plusSeconds(5).minus(MOMENT)));
        assertEquals(Optional.empty(), memory.recall(CLINIC, "a", NOW.plusSeconds(5)));
        assertEquals(Optional.empty(), memory.recall(CLINIC, "a", NOW.minus(MOMENT)));
        assertEquals(Optional.empty(), memory.recall(OTHER, "a", NOW));
    }

    @Test
    void what_is_to_be_remembered_longer_is_and_no_longer_than_that() {
        memory.keep(memory.begin(CLINIC, NOW), "a", 1, Duration.ofSeconds(30));
        assertEquals(
                Optional.of(1), memory.recall(CLINIC, "a", NOW.plusSeconds(30).minus(MOMENT)));
        assertEquals(Optional.empty(), memory.recall(CLINIC, "a", NOW.plusSeconds(30)));
    }

    @Test
    void what_is_remembered_for_long_can_be_too_old_for_somebody() {
        Duration ago = Duration.ofSeconds(2);
        keep(CLINIC, "a", 1, NOW);
        assertEquals(Optional.of(1), memory.recall(CLINIC, "a", NOW.plus(ago).minus(MOMENT), ago));
        assertEquals(Optional.empty(), memory.recall(CLINIC, "a", NOW.plus(ago), ago));
        assertEquals(Optional.empty(), memory.recall(CLINIC, "a", NOW.plusSeconds(5), Duration.ofSeconds(9)));
    }

    @Test
    void the_latest_are_remembered_and_no_more_than_agreed() {
        for (int i = 0; i < 4; i++) {
            keep(CLINIC, "" + i, i, NOW);
        }
        assertEquals(Optional.empty(), memory.recall(CLINIC, "0", NOW));
        assertEquals(Optional.of(1), memory.recall(CLINIC, "1", NOW));
        keep(CLINIC, "1", 11, NOW);
        keep(CLINIC, "4", 4, NOW);
        assertEquals(Optional.of(11), memory.recall(CLINIC, "1", NOW));
        assertEquals(Optional.empty(), memory.recall(CLINIC, "2", NOW));
        assertEquals(3, memory.size());
    }

    @Test
    void what_is_too_old_makes_room_with_the_next_that_comes() {
        keep(CLINIC, "a", 1, NOW);
        keep(CLINIC, "b", 2, NOW);
        keep(CLINIC, "c", 3, NOW.plusSeconds(5));
        assertEquals(1, memory.size());
    }

    @Test
    void a_clinic_is_forgotten_without_the_others() {
        keep(CLINIC, "a", 1, NOW);
        keep(OTHER, "a", 2, NOW);
        memory.forget(CLINIC);
        assertEquals(Optional.empty(), memory.recall(CLINIC, "a", NOW));
        assertEquals(Optional.of(2), memory.recall(OTHER, "a", NOW));
    }

    @Test
    void what_was_being_read_when_its_clinic_was_forgotten_is_not_remembered() {
        var reading = memory.begin(CLINIC, NOW);
        var others = memory.begin(OTHER, NOW);
        memory.forget(CLINIC);
        memory.keep(reading, "a", 1);
        memory.keep(others, "a", 2);
        assertEquals(Optional.empty(), memory.recall(CLINIC, "a", NOW));
        assertEquals(Optional.of(2), memory.recall(OTHER, "a", NOW));
        keep(CLINIC, "a", 3, NOW);
        assertEquals(Optional.of(3), memory.recall(CLINIC, "a", NOW));
    }
}
