package ca.vitaravox.ports.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.vitaravox.ports.contract.Fresh;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallValuesTest {
    private static final Instant START = Instant.parse("2026-03-02T17:00:00Z");

    private static CallRecord call(Optional<Instant> start, Optional<Instant> end) {
        return new CallRecord(
                Fresh.clinic(),
                Fresh.call(),
                Optional.empty(),
                start,
                end,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    @Test
    void a_call_lasted_from_its_start_to_its_end_once_both_are_known() {
        Optional<Instant> start = Optional.of(START);
        Optional<Instant> end = Optional.of(START.plusSeconds(125));
        assertEquals(Optional.of(Duration.ofSeconds(125)), call(start, end).duration());
        assertEquals(Optional.empty(), call(start, Optional.empty()).duration());
        assertEquals(Optional.empty(), call(Optional.empty(), end).duration());
    }

    @Test
    void a_tool_call_without_a_code_succeeded() {
        assertEquals(true, new ToolCall("1", "get_clinic_info", START, Duration.ZERO, Optional.empty()).succeeded());
        assertEquals(
                false,
                new ToolCall("1", "create_appointment", START, Duration.ZERO, Optional.of("SLOT_TAKEN")).succeeded());
    }
}
