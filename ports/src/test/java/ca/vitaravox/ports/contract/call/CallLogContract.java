package ca.vitaravox.ports.contract.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.vitaravox.ports.call.CallLog;
import ca.vitaravox.ports.call.CallNews;
import ca.vitaravox.ports.call.CallRecord;
import ca.vitaravox.ports.call.Intent;
import ca.vitaravox.ports.call.Outcome;
import ca.vitaravox.ports.call.ToolCall;
import ca.vitaravox.ports.contract.AtOnce;
import ca.vitaravox.ports.contract.Fresh;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
