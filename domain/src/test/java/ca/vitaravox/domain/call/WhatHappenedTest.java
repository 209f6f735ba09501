package ca.vitaravox.domain.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.vitaravox.ports.call.Intent;
import ca.vitaravox.ports.call.Outcome;
import ca.vitaravox.ports.call.ToolCall;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WhatHappenedTest {
    @Test
    void a_call_that_booked_booked_whatever_it_asked_afterwards() {
        assertEquals(
                new WhatHappened(Intent.BOOK, Outcome.BOOKED),
                after("find_earliest_appointment", "create_appointment", "get_clinic_info"));
    }

    @Test
    void of_two_things_achieved_the_later_counts() {
        assertEquals(
                new WhatHappened(Intent.CANCEL, Outcome.CANCELLED), after("create_appointment", "cancel_appointment"));
    }

    @Test
    void what_was_refused_was_wanted_but_not_achieved() {
        assertEquals(
                new WhatHappened(Intent.CANCEL, Outcome.NO_ACTION),
                after("check_appointments", "cancel_appointment!APPOINTMENT_NOT_CHANGEABLE"));
    }

    @Test
    void a_call_that_ended_on_a_silent_emr_ended_in_an_error() {
        assertEquals(new WhatHappened(Intent.BOOK, Outcome.ERROR), after("find_earliest_appointment!EMR_UNAVAILABLE"));
    }

    @Test
    void a_silent_emr_that_came_back_is_forgotten() {
        assertEquals(
                new WhatHappened(Intent.BOOK, Outcome.NO_ACTION),
                after("find_earliest_appointment!EMR_UNAVAILABLE", "find_earliest_appointment"));
    }

    @Test
    void a_call_that_asked_about_the_clinic_was_an_inquiry() {
        assertEquals(new WhatHappened(Intent.INQUIRY, Outcome.NO_ACTION), after("get_clinic_info"));
    }

    @Test
    void a_call_without_any_tool_was_abandoned() {
        assertEquals(new WhatHappened(Intent.OTHER, Outcome.ABANDONED), after());
    }

    /** Each tool as {@code name} or {@code name!CODE}. */
    private static WhatHappened after(String... tools) {
        List<ToolCall> calls = new ArrayList<>();
        for (String tool : tools) {
            String[] parts = tool.split("!");
            Optional<String> code = parts.length > 1 ? Optional.of(parts[1]) : Optional.empty();
            calls.add(new ToolCall("call_" + calls.size(), parts[0], Instant.EPOCH, Duration.ofMillis(5), code));
        }
        return WhatHappened.in(calls);
    }
}
