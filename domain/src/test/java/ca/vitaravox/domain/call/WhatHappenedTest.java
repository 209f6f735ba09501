package ca.vitaravox.domain.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.vitaravox.ports.call.Intent;
import ca.vitaravox.ports.call.Outcome;
import ca.vitaravox.ports.call.ToolCall;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                new WhatHappened(Intent.BOOK, Outcome.ABANDONED),
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

    @ParameterizedTest
    @CsvSource({
        "create_appointment, BOOK, BOOKED",
        "update_appointment, RESCHEDULE, RESCHEDULED",
        "cancel_appointment, CANCEL, CANCELLED",
        "register_new_patient, REGISTER, REGISTERED",
        "add_to_waitlist, WAITLIST, WAITLISTED",
        "transfer_call=TRANSFERRED, OTHER, TRANSFERRED",
        "transfer_call=MESSAGE_TAKEN, MESSAGE, MESSAGE_TAKEN",
        "transfer_call, OTHER, NO_ACTION",
        "check_appointments, CHECK, NO_ACTION",
        "get_clinic_info, INQUIRY, NO_ACTION",
        "get_providers, INQUIRY, NO_ACTION",
        "find_earliest_appointment, BOOK, ABANDONED",
        "search_patient_by_phone, OTHER, ABANDONED",
        "search_patient!EMR_UNAVAILABLE, OTHER, ERROR",
        "create_appointment!OUTCOME_PENDING, BOOK, ERROR",
        "create_appointment!INTERNAL_ERROR, BOOK, ERROR",
        "log_call_metadata, OTHER, NO_ACTION"
    })
    void every_tool_makes_something_of_its_call(String tool, Intent intent, Outcome outcome) {
        assertEquals(new WhatHappened(intent, outcome), after(tool));
    }

    @Test
    void every_intent_and_every_outcome_can_come_out() {
        List<WhatHappened> all = Stream.of(
                        "create_appointment",
                        "update_appointment",
                        "cancel_appointment",
                        "check_appointments",
                        "register_new_patient",
                        "add_to_waitlist",
                        "transfer_call=MESSAGE_TAKEN",
                        "transfer_call=TRANSFERRED",
                        "get_clinic_info",
                        "search_patient",
                        "search_patient!EMR_UNAVAILABLE")
                .map(WhatHappenedTest::after)
                .toList();
        assertEquals(
                EnumSet.allOf(Intent.class),
                all.stream().map(WhatHappened::intent).collect(Collectors.toSet()));
        assertEquals(
                EnumSet.allOf(Outcome.class),
                all.stream().map(WhatHappened::outcome).collect(Collectors.toSet()));
    }

    @Test
    void who_was_handed_on_wanted_what_they_had_tried() {
        assertEquals(
                new WhatHappened(Intent.REGISTER, Outcome.TRANSFERRED),
                after("register_new_patient!DUPLICATE_PATIENT", "transfer_call=TRANSFERRED"));
    }

    @Test
    void a_silent_emr_is_not_forgotten_for_a_polite_goodbye() {
        assertEquals(
                new WhatHappened(Intent.BOOK, Outcome.ERROR),
                after("find_earliest_appointment!EMR_UNAVAILABLE", "log_call_metadata"));
    }

    @Test
    void a_search_that_led_to_nothing_was_abandoned_unless_the_assistant_said_goodbye() {
        assertEquals(
                new WhatHappened(Intent.BOOK, Outcome.ABANDONED),
                after("search_patient_by_phone", "find_earliest_appointment"));
        assertEquals(
                new WhatHappened(Intent.BOOK, Outcome.NO_ACTION),
                after("search_patient_by_phone", "find_earliest_appointment", "log_call_metadata"));
    }

    /** Each tool as {@code name}, {@code name!CODE} or {@code name=OUTCOME}. */
    private static WhatHappened after(String... tools) {
        List<ToolCall> calls = new ArrayList<>();
        for (String tool : tools) {
            String[] parts = tool.split("[!=]");
            Optional<String> code = tool.contains("!") ? Optional.of(parts[1]) : Optional.empty();
            Optional<Outcome> outcome = tool.contains("=") ? Optional.of(Outcome.valueOf(parts[1])) : Optional.empty();
            calls.add(
                    new ToolCall("call_" + calls.size(), parts[0], Instant.EPOCH, Duration.ofMillis(5), code, outcome));
        }
        return WhatHappened.in(calls);
    }
}
