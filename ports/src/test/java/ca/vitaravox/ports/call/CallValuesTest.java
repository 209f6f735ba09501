package ca.vitaravox.ports.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ca.vitaravox.ports.contract.Fresh;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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

    private static TransferDestination destination(String label) {
        return new TransferDestination(Fresh.phone(), label, false);
    }

    @Test
    void a_destinations_label_is_1_to_60_characters_long() {
        assertEquals("x".repeat(60), destination("x".repeat(60)).label());
        for (String label : List.of("", " ", "x".repeat(61))) {
            assertThrows(IllegalArgumentException.class, () -> destination(label));
        }
    }

    @Test
    void a_reason_without_a_destination_of_its_own_goes_the_usual_way() {
        TransferDestination desk = destination("Front desk");
        TransferDestination nurse = destination("Nurse line");
        TransferPlan plan = new TransferPlan(
                Map.of(TransferReason.TEST_RESULTS, Optional.of(nurse), TransferReason.BILLING, Optional.empty()),
                Optional.of(desk));
        assertEquals(Optional.of(nurse), plan.destination(TransferReason.TEST_RESULTS));
        assertEquals(Optional.empty(), plan.destination(TransferReason.BILLING));
        assertEquals(Optional.of(desk), plan.destination(TransferReason.RUNNING_LATE));
        assertEquals(Optional.empty(), plan.destination(TransferReason.LEAVE_MESSAGE));
    }

    @Test
    void a_plan_has_no_destination_for_leaving_messages() {
        Map<TransferReason, Optional<TransferDestination>> byReason =
                Map.of(TransferReason.LEAVE_MESSAGE, Optional.of(destination("Front desk")));
        assertThrows(IllegalArgumentException.class, () -> new TransferPlan(byReason, Optional.empty()));
    }

    @Test
    void a_tool_call_without_a_code_succeeded() {
        assertEquals(true, new ToolCall("1", "get_clinic_info", START, Duration.ZERO, Optional.empty()).succeeded());
        assertEquals(
                false,
                new ToolCall("1", "create_appointment", START, Duration.ZERO, Optional.of("SLOT_TAKEN")).succeeded());
    }
}
