package ca.vitaravox.ports.contract.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.call.ToolReplies;
import ca.vitaravox.ports.call.ToolReplies.Claim;
import ca.vitaravox.ports.call.ToolReplies.Key;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.AtOnce;
import ca.vitaravox.ports.contract.Clinics;
import ca.vitaravox.ports.contract.Fresh;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link ToolReplies} promises. */
public abstract class ToolRepliesContract implements Clinics {
    private static final Instant NOW = Instant.parse("2026-03-02T17:00:00Z");
    private static final Instant UNTIL = NOW.plusSeconds(30);
    private static final Duration MOMENT = Duration.ofMillis(1);
    private static final String REQUEST = "a".repeat(64);
    private static final String OTHER_REQUEST = "b".repeat(64);
    private static final String ANSWER = "{\"success\":true,\"say\":\"C’est réservé pour 9 h.\"}";

    private ToolReplies replies;
    private ClinicId clinic;
    private CallId call;
    private Key key;

    /** The replies. */
    protected abstract ToolReplies toolReplies();

    @BeforeEach
    void open() {
        replies = toolReplies();
        clinic = newClinic();
        call = Fresh.call();
        key = new Key(clinic, call, "call_1");
    }

    private Claim claim(String request, Instant now) {
        return replies.claim(key, request, now, now.plusSeconds(30));
    }

    private void answered() {
        assertEquals(new Claim.Yours(), claim(REQUEST, NOW));
        replies.remember(key, UNTIL, ANSWER, NOW);
    }

    @Test
    void the_first_to_come_executes_and_a_repeat_meanwhile_does_not() {
        assertEquals(new Claim.Yours(), claim(REQUEST, NOW));
        assertEquals(new Claim.Running(), claim(REQUEST, NOW));
        assertEquals(new Claim.Running(), claim(REQUEST, UNTIL.minus(MOMENT)));
    }

    @Test
    void a_claim_that_nobody_answered_in_time_can_be_claimed_again() {
        claim(REQUEST, NOW);
        assertEquals(new Claim.Yours(), claim(REQUEST, UNTIL));
        assertEquals(new Claim.Running(), claim(REQUEST, UNTIL));
    }

    @Test
    void a_repeat_gets_the_answer_word_for_word() {
        answered();
        assertEquals(new Claim.Answered(ANSWER), claim(REQUEST, NOW));
        assertEquals(new Claim.Answered(ANSWER), claim(REQUEST, UNTIL.plusSeconds(60)));
    }

    @Test
    void an_answer_is_remembered_for_a_day_from_when_it_was_given() {
        assertEquals(Duration.ofHours(24), ToolReplies.REMEMBERED);
        claim(REQUEST, NOW);
        Instant given = NOW.plusSeconds(3);
        replies.remember(key, UNTIL, ANSWER, given);
        Instant over = given.plus(ToolReplies.REMEMBERED);
        assertEquals(new Claim.Answered(ANSWER), claim(REQUEST, over.minus(MOMENT)));
        assertEquals(new Claim.Yours(), claim(REQUEST, over));
    }

    @Test
    void an_answer_forgotten_with_time_refuses_no_other_request() {
        answered();
        assertEquals(new Claim.Yours(), claim(OTHER_REQUEST, NOW.plus(ToolReplies.REMEMBERED)));
    }

    @Test
    void the_same_id_with_another_request_is_refused() {
        claim(REQUEST, NOW);
        assertEquals(new Claim.OtherRequest(), claim(OTHER_REQUEST, NOW));
        replies.remember(key, UNTIL, ANSWER, NOW);
        assertEquals(new Claim.OtherRequest(), claim(OTHER_REQUEST, NOW));
        assertEquals(new Claim.Answered(ANSWER), claim(REQUEST, NOW));
    }

    @Test
    void after_a_claim_given_up_the_next_repeat_executes() {
        claim(REQUEST, NOW);
        replies.forget(key, UNTIL);
        assertEquals(new Claim.Yours(), claim(REQUEST, NOW));
    }

    @Test
    void an_answer_once_remembered_is_not_given_up() {
        answered();
        replies.forget(key, UNTIL);
        assertEquals(new Claim.Answered(ANSWER), claim(REQUEST, NOW));
    }

    @Test
    void an_answer_that_came_late_counts() {
        claim(REQUEST, NOW);
        replies.remember(key, UNTIL, ANSWER, UNTIL.plusSeconds(60));
        assertEquals(new Claim.Answered(ANSWER), claim(REQUEST, UNTIL.plusSeconds(61)));
    }

    @Test
    void whoever_took_over_has_the_one_answer_and_who_was_too_late_neither_answers_nor_gives_up() {
        claim(REQUEST, NOW);
        Instant later = UNTIL.plusSeconds(30);
        assertEquals(new Claim.Yours(), claim(REQUEST, UNTIL));
        replies.remember(key, UNTIL, "{\"late\":true}", UNTIL);
        replies.forget(key, UNTIL);
        assertEquals(new Claim.Running(), claim(REQUEST, UNTIL));
        replies.remember(key, later, ANSWER, UNTIL);
        assertEquals(new Claim.Answered(ANSWER), claim(REQUEST, UNTIL));
        replies.remember(key, UNTIL, "{\"late\":true}", UNTIL);
        replies.remember(key, later, "{\"twice\":true}", UNTIL);
        assertEquals(new Claim.Answered(ANSWER), claim(REQUEST, UNTIL));
    }

    @Test
    void the_same_id_in_another_call_or_clinic_is_another_tool_call() {
        answered();
        Key inOtherCall = new Key(clinic, Fresh.call(), "call_1");
        Key inOtherClinic = new Key(newClinic(), call, "call_1");
        Key other = new Key(clinic, call, "call_2");
        for (Key each : List.of(inOtherCall, inOtherClinic, other)) {
            assertEquals(new Claim.Yours(), replies.claim(each, OTHER_REQUEST, NOW, UNTIL));
        }
        replies.forget(inOtherClinic, UNTIL);
        assertEquals(new Claim.Answered(ANSWER), claim(REQUEST, NOW));
    }

    @Test
    void an_id_may_have_a_hundred_characters() {
        key = new Key(clinic, call, "x".repeat(100));
        answered();
        assertEquals(new Claim.Answered(ANSWER), claim(REQUEST, NOW));
    }

    @Test
    void of_many_repeats_at_once_exactly_one_executes() {
        List<Claim> claims = AtOnce.race(i -> claim(REQUEST, NOW));
        assertEquals(1, claims.stream().filter(new Claim.Yours()::equals).count());
        assertEquals(
                AtOnce.CALLERS - 1,
                claims.stream().filter(new Claim.Running()::equals).count());
    }

    @Test
    void of_many_tool_calls_repeated_at_once_each_executes_once() {
        int toolCalls = 50;
        long executed = AtOnce.race(i -> IntStream.range(0, toolCalls)
                        .mapToObj(n -> replies.claim(new Key(clinic, call, "n" + n), REQUEST, NOW, UNTIL))
                        .filter(new Claim.Yours()::equals)
                        .count())
                .stream()
                .mapToLong(each -> each)
                .sum();
        assertEquals(toolCalls, executed);
    }

    @Test
    void of_many_who_take_over_at_once_exactly_one_executes() {
        claim(REQUEST, NOW);
        List<Claim> claims = AtOnce.race(i -> claim(REQUEST, UNTIL));
        assertEquals(1, claims.stream().filter(new Claim.Yours()::equals).count());
        assertEquals(
                AtOnce.CALLERS - 1,
                claims.stream().filter(new Claim.Running()::equals).count());
    }
}
