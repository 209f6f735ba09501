package ca.vitaravox.ports.contract.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.call.CallLog;
import ca.vitaravox.ports.call.CallNews;
import ca.vitaravox.ports.call.CallRecord;
import ca.vitaravox.ports.call.Intent;
import ca.vitaravox.ports.call.Outcome;
import ca.vitaravox.ports.call.ToolArgument;
import ca.vitaravox.ports.call.ToolCall;
import ca.vitaravox.ports.clinic.EmrRequest;
import ca.vitaravox.ports.clinic.EmrWatch.Watched;
import ca.vitaravox.ports.contract.AtOnce;
import ca.vitaravox.ports.contract.Fresh;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link CallLog} promises. */
public abstract class CallLogContract extends CallNewsContract {
    private static ToolCall toolCall(String id, int second, String code) {
        Instant at = START.plusSeconds(second);
        return new ToolCall(id, "create_appointment", at, Duration.ofMillis(312), Optional.ofNullable(code));
    }

    @Test
    void tool_calls_are_kept_in_the_order_they_arrived() {
        ToolCall first = toolCall("z", 10, null);
        ToolCall second = toolCall("a", 20, "SLOT_TAKEN");
        ToolCall third = toolCall("m", 30, null);
        List.of(third, first, second).forEach(each -> log.add(clinic, call, CALLER, each));
        assertEquals(
                List.of(first, second, third),
                log.call(clinic, call).orElseThrow().toolCalls());
    }

    @Test
    void what_a_tool_call_made_of_the_call_is_kept_where_it_says_so() {
        ToolCall transfer = new ToolCall(
                "t", "transfer_call", START, Duration.ofMillis(5), Optional.empty(), Optional.of(Outcome.TRANSFERRED));
        log.add(clinic, call, CALLER, transfer);
        assertEquals(List.of(transfer), log.call(clinic, call).orElseThrow().toolCalls());
    }

    private static ToolCall told(List<ToolArgument> arguments, List<EmrRequest> asked) {
        return new ToolCall(
                "t",
                "search_patient",
                START,
                Duration.ofMillis(5),
                Optional.empty(),
                Optional.empty(),
                arguments,
                asked);
    }

    @Test
    void what_a_tool_call_was_called_with_and_asked_the_emr_is_kept_and_replaced_with_it() {
        ToolCall whole = told(
                List.of(
                        new ToolArgument("first_name", "Siobhán \"O'Neill\"", false),
                        new ToolArgument("confirmed", "true", true)),
                List.of(
                        new EmrRequest("POST /demographics/search", Duration.ofNanos(41_000), OptionalInt.of(200)),
                        new EmrRequest("GET /schedule/n/month", Duration.ofSeconds(4), OptionalInt.empty())));
        log.add(clinic, call, CALLER, whole);
        assertEquals(List.of(whole), log.call(clinic, call).orElseThrow().toolCalls());
        ToolCall anew = told(List.of(), List.of(new EmrRequest("GET /x", Duration.ZERO, OptionalInt.of(500))));
        log.add(clinic, call, CALLER, anew);
        assertEquals(List.of(anew), log.call(clinic, call).orElseThrow().toolCalls());
    }

    @Test
    void a_repeat_that_asked_the_emr_nothing_leaves_what_was_asked_before() {
        List<EmrRequest> asked = List.of(new EmrRequest("GET /x", Duration.ofMillis(3), OptionalInt.of(200)));
        log.add(clinic, call, CALLER, told(List.of(), asked));
        log.add(clinic, call, CALLER, told(List.of(), List.of()));
        assertEquals(
                List.of(told(List.of(), asked)),
                log.call(clinic, call).orElseThrow().toolCalls());
    }

    @Test
    void as_much_as_a_tool_call_can_have_is_kept() {
        ToolArgument longest = new ToolArgument("summary", "语".repeat(ToolArgument.LONGEST), false);
        EmrRequest request = new EmrRequest("G".repeat(EmrRequest.LONGEST), Duration.ofMillis(1), OptionalInt.of(200));
        ToolCall most = told(Collections.nCopies(15, longest), Collections.nCopies(Watched.MOST, request));
        log.add(clinic, call, CALLER, most);
        assertEquals(List.of(most), log.call(clinic, call).orElseThrow().toolCalls());
    }

    @Test
    void a_tool_call_makes_the_record_and_news_are_added_to_it() {
        ToolCall first = toolCall("1", 10, null);
        log.add(clinic, call, CALLER, first);
        CallRecord record = after(STARTED);
        assertEquals(CALLER, record.caller());
        assertEquals(Optional.of(START), record.startedAt());
        assertEquals(List.of(first), record.toolCalls());
    }

    @Test
    void a_tool_call_of_the_same_id_replaces_the_one_before() {
        log.add(clinic, call, CALLER, toolCall("1", 10, "OUTCOME_PENDING"));
        ToolCall again = toolCall("1", 14, null);
        log.add(clinic, call, CALLER, again);
        assertEquals(List.of(again), log.call(clinic, call).orElseThrow().toolCalls());
    }

    @Test
    void who_adds_a_tool_call_is_told_whether_the_call_is_over() {
        assertFalse(log.add(clinic, call, CALLER, toolCall("1", 10, null)));
        after(STARTED);
        after(DESCRIBED);
        assertFalse(log.add(clinic, call, CALLER, toolCall("2", 20, null)));
        after(ENDED);
        assertTrue(log.add(clinic, call, CALLER, toolCall("3", 30, null)));
        assertTrue(log.add(clinic, call, CALLER, toolCall("3", 30, null)), "again");
    }

    @Test
    void a_call_that_was_told_from_is_over_though_nobody_said_when() {
        log.add(clinic, call, CALLER, toolCall("1", 10, null));
        log.derived(clinic, call, Intent.BOOK, Outcome.BOOKED);
        assertTrue(log.add(clinic, call, CALLER, toolCall("2", 20, null)));
    }

    @Test
    void what_happened_is_set_and_set_anew_beside_what_was_said() {
        after(DESCRIBED);
        log.derived(clinic, call, Intent.BOOK, Outcome.NO_ACTION);
        log.derived(clinic, call, Intent.CANCEL, Outcome.CANCELLED);
        CallRecord record = after(STARTED);
        assertEquals(Optional.of(Intent.CANCEL), record.derivedIntent());
        assertEquals(Optional.of(Outcome.CANCELLED), record.derivedOutcome());
        assertEquals(Optional.of(Outcome.BOOKED), record.saidOutcome());
    }

    @Test
    void calls_and_clinics_keep_apart() {
        after(STARTED);
        log.add(clinic, call, CALLER, toolCall("1", 10, null));
        assertEquals(Optional.empty(), log.call(clinic, Fresh.call()));
        clinic = newClinic();
        assertEquals(Optional.empty(), log.call(clinic, call));
        assertEquals(List.of(), after(ENDED).toolCalls());
        assertEquals(Optional.empty(), after(ENDED).startedAt());
    }

    @Test
    void of_news_and_tool_calls_that_come_at_once_none_is_lost() {
        List<CallNews> news = List.of(STARTED, ENDED, REPORTED, DESCRIBED);
        AtOnce.race(i -> {
            log.add(clinic, call, CALLER, toolCall("t" + i, i, null));
            log.add(clinic, call, CALLER, news.get(i % news.size()), END);
            return i;
        });
        CallRecord record = log.call(clinic, call).orElseThrow();
        List<String> ids =
                IntStream.range(0, AtOnce.CALLERS).mapToObj(i -> "t" + i).toList();
        assertEquals(ids, record.toolCalls().stream().map(ToolCall::id).toList());
        assertEquals(HUNG_UP, record.endedReason());
        assertEquals(REPORT, record.summary());
        assertEquals(Optional.of(Intent.BOOK), record.saidIntent());
    }
}
