package ca.vitaravox.ports.contract.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.contract.AtOnce;
import ca.vitaravox.ports.contract.Clinics;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.ports.patient.FailedAttempts;
import ca.vitaravox.ports.patient.FailedAttempts.Attempt;
import ca.vitaravox.ports.patient.FailedAttempts.Limits;
import ca.vitaravox.ports.patient.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link FailedAttempts} promises. */
public abstract class FailedAttemptsContract implements Clinics {
    private static final Instant NOW = Instant.parse("2026-03-02T17:00:00Z");
    private static final Duration MOMENT = Duration.ofMillis(1);
    private static final PatientId ROBIN = new PatientId("1");
    private static final PatientId NOA = new PatientId("2");
    private static final Optional<PhoneNumber> NUMBER = Optional.of(new PhoneNumber("+16045550142"));
    private static final Optional<PhoneNumber> OTHER_NUMBER = Optional.of(new PhoneNumber("+16045550143"));
    private static final Optional<PhoneNumber> WITHHELD = Optional.empty();
    private static final int MANY = 100;
    private static final Limits NONE = new Limits(MANY, MANY, MANY, MANY);

    private FailedAttempts attempts;
    private ClinicId clinic;
    private CallId call;

    /** The attempts. */
    protected abstract FailedAttempts failedAttempts();

    @BeforeEach
    void open() {
        attempts = failedAttempts();
        clinic = newClinic();
        call = Fresh.call();
    }

    private Optional<Attempt> begin(
            CallId inCall, Optional<PhoneNumber> caller, Instant at, Limits limits, PatientId... aim) {
        return attempts.begin(clinic, inCall, caller, Set.of(aim), limits, at);
    }

    private Attempt fail(CallId inCall, Optional<PhoneNumber> caller, Instant at, PatientId... charts) {
        return begin(inCall, caller, at, NONE, charts).orElseThrow();
    }

    /** Whether one more may begin under these limits; nothing is left of it. */
    private boolean mayBegin(Optional<PhoneNumber> caller, Instant now, Limits limits, PatientId... charts) {
        Optional<Attempt> begun = begin(call, caller, now, limits, charts);
        begun.ifPresent(each -> attempts.withdraw(clinic, each));
        return begun.isPresent();
    }

    /** What counts, told from the lowest limits under which one more may begin. */
    private Counts count(Optional<PhoneNumber> caller, Instant now, PatientId... charts) {
        return new Counts(
                lowest(limit -> mayBegin(caller, now, new Limits(limit, MANY, MANY, MANY), charts)),
                caller.isPresent()
                        ? lowest(limit -> mayBegin(caller, now, new Limits(MANY, limit, MANY, MANY), charts))
                        : 0,
                caller.isPresent()
                        ? 0
                        : lowest(limit -> mayBegin(caller, now, new Limits(MANY, MANY, limit, MANY), charts)),
                charts.length == 0
                        ? 0
                        : lowest(limit -> mayBegin(caller, now, new Limits(MANY, MANY, MANY, limit), charts)));
    }

    private static int lowest(IntPredicate open) {
        return IntStream.rangeClosed(1, MANY).filter(open).findFirst().orElseThrow() - 1;
    }

    private record Counts(int inCall, int fromNumber, int fromWithheld, int onChart) {}

    @Test
    void nothing_failed_at_first() {
        assertEquals(new Counts(0, 0, 0, 0), count(NUMBER, NOW, ROBIN));
        assertEquals(new Counts(0, 0, 0, 0), count(WITHHELD, NOW));
    }

    @Test
    void one_attempt_counts_in_its_call_from_its_number_and_on_its_chart() {
        fail(call, NUMBER, NOW, ROBIN);
        assertEquals(new Counts(1, 1, 0, 1), count(NUMBER, NOW, ROBIN));
    }

    @Test
    void every_attempt_counts() {
        fail(call, NUMBER, NOW, ROBIN);
        fail(call, NUMBER, NOW, ROBIN);
        fail(call, NUMBER, NOW.plusSeconds(1), ROBIN);
        assertEquals(new Counts(3, 3, 0, 3), count(NUMBER, NOW.plusSeconds(2), ROBIN));
    }

    @Test
    void an_attempt_without_a_chart_counts_on_none() {
        fail(call, NUMBER, NOW);
        assertEquals(new Counts(1, 1, 0, 0), count(NUMBER, NOW, ROBIN));
    }

    @Test
    void attempts_in_other_calls_count_for_the_number_but_not_for_the_call() {
        fail(Fresh.call(), NUMBER, NOW);
        assertEquals(new Counts(0, 1, 0, 0), count(NUMBER, NOW));
        assertEquals(new Counts(0, 0, 0, 0), count(OTHER_NUMBER, NOW));
    }

    @Test
    void attempts_in_the_call_count_whatever_number_is_said_to_call() {
        fail(call, NUMBER, NOW);
        assertEquals(1, count(OTHER_NUMBER, NOW).inCall());
        assertEquals(1, count(WITHHELD, NOW).inCall());
    }

    @Test
    void withheld_numbers_count_together_and_apart_from_the_others() {
        fail(Fresh.call(), WITHHELD, NOW);
        fail(Fresh.call(), WITHHELD, NOW);
        fail(Fresh.call(), NUMBER, NOW);
        assertEquals(new Counts(0, 0, 2, 0), count(WITHHELD, NOW));
        assertEquals(new Counts(0, 1, 0, 0), count(NUMBER, NOW));
    }

    @Test
    void attempts_on_a_chart_count_from_anywhere() {
        fail(Fresh.call(), OTHER_NUMBER, NOW, ROBIN);
        fail(Fresh.call(), WITHHELD, NOW, ROBIN);
        assertEquals(new Counts(0, 0, 0, 2), count(NUMBER, NOW, ROBIN));
    }

    @Test
    void of_several_charts_the_one_with_most_attempts_counts() {
        fail(Fresh.call(), OTHER_NUMBER, NOW, ROBIN, NOA);
        fail(Fresh.call(), OTHER_NUMBER, NOW, NOA);
        assertEquals(2, count(NUMBER, NOW, ROBIN, NOA).onChart());
        assertEquals(1, count(NUMBER, NOW, ROBIN).onChart());
        assertEquals(0, count(NUMBER, NOW).onChart());
    }

    @Test
    void an_attempt_on_two_charts_is_one_attempt() {
        fail(call, NUMBER, NOW, ROBIN, NOA);
        assertEquals(new Counts(1, 1, 0, 1), count(NUMBER, NOW, ROBIN, NOA));
    }

    @Test
    void attempts_from_a_number_count_for_an_hour() {
        assertEquals(Duration.ofHours(1), FailedAttempts.NUMBER_WINDOW);
        fail(Fresh.call(), NUMBER, NOW);
        fail(Fresh.call(), WITHHELD, NOW);
        Instant over = NOW.plus(FailedAttempts.NUMBER_WINDOW);
        assertEquals(1, count(NUMBER, over.minus(MOMENT)).fromNumber());
        assertEquals(0, count(NUMBER, over).fromNumber());
        assertEquals(1, count(WITHHELD, over.minus(MOMENT)).fromWithheld());
        assertEquals(0, count(WITHHELD, over).fromWithheld());
    }

    @Test
    void attempts_on_a_chart_count_for_a_day() {
        assertEquals(Duration.ofDays(1), FailedAttempts.CHART_WINDOW);
        fail(Fresh.call(), NUMBER, NOW, ROBIN);
        Instant over = NOW.plus(FailedAttempts.CHART_WINDOW);
        assertEquals(1, count(NUMBER, over.minus(MOMENT), ROBIN).onChart());
        assertEquals(0, count(NUMBER, over, ROBIN).onChart());
    }

    @Test
    void the_window_slides() {
        fail(Fresh.call(), NUMBER, NOW);
        fail(Fresh.call(), NUMBER, NOW.plus(Duration.ofMinutes(50)));
        assertEquals(2, count(NUMBER, NOW.plus(Duration.ofMinutes(59))).fromNumber());
        assertEquals(1, count(NUMBER, NOW.plus(Duration.ofMinutes(61))).fromNumber());
    }

    @Test
    void attempts_in_the_call_count_however_long_it_takes() {
        fail(call, NUMBER, NOW);
        assertEquals(1, count(NUMBER, NOW.plus(Duration.ofHours(5))).inCall());
    }

    @Test
    void another_clinic_counts_none_of_it() {
        fail(call, NUMBER, NOW, ROBIN);
        fail(call, WITHHELD, NOW, ROBIN);
        clinic = newClinic();
        assertEquals(new Counts(0, 0, 0, 0), count(NUMBER, NOW, ROBIN));
        assertEquals(new Counts(0, 0, 0, 0), count(WITHHELD, NOW, ROBIN));
    }

    @Test
    void every_attempt_made_at_once_counts() {
        AtOnce.race(i -> fail(call, NUMBER, NOW, ROBIN));
        int all = AtOnce.CALLERS;
        assertEquals(new Counts(all, all, 0, all), count(NUMBER, NOW, ROBIN));
    }

    @Test
    void attempts_begun_at_once_count_each_other() {
        assertEquals(3, begunAtOnce(i -> begin(call, NUMBER, NOW, new Limits(3, MANY, MANY, MANY))));
        Limits five = new Limits(MANY, 5, MANY, MANY);
        assertEquals(5, begunAtOnce(i -> begin(Fresh.call(), OTHER_NUMBER, NOW, five)));
        Limits twenty = new Limits(MANY, MANY, 20, MANY);
        assertEquals(20, begunAtOnce(i -> begin(Fresh.call(), WITHHELD, NOW, twenty)));
        Limits ten = new Limits(MANY, MANY, MANY, 10);
        assertEquals(10, begunAtOnce(i -> begin(Fresh.call(), anyNumber(i), NOW, ten, ROBIN)));
    }

    @Test
    void attempts_that_turn_out_to_be_on_a_chart_at_once_count_each_other() {
        List<Boolean> on = AtOnce.race(
                i -> attempts.isOn(clinic, fail(Fresh.call(), anyNumber(i), NOW), Set.of(ROBIN, NOA), 10, NOW));
        assertEquals(10, on.stream().filter(each -> each).count());
    }

    private static int begunAtOnce(IntFunction<Optional<Attempt>> begin) {
        return (int) AtOnce.race(begin).stream().flatMap(Optional::stream).count();
    }

    private static Optional<PhoneNumber> anyNumber(int i) {
        return Optional.of(new PhoneNumber("+1604555%04d".formatted(2000 + i)));
    }

    @Test
    void an_attempt_that_is_withdrawn_counts_nowhere() {
        Attempt attempt = fail(call, NUMBER, NOW, ROBIN);
        attempts.isOn(clinic, attempt, Set.of(NOA), MANY, NOW);
        attempts.withdraw(clinic, attempt);
        assertEquals(new Counts(0, 0, 0, 0), count(NUMBER, NOW, ROBIN, NOA));
    }

    @Test
    void an_attempt_counts_on_the_charts_it_turns_out_to_be_on() {
        Attempt attempt = fail(call, NUMBER, NOW);
        assertTrue(attempts.isOn(clinic, attempt, Set.of(ROBIN, NOA), 1, NOW));
        assertEquals(1, count(NUMBER, NOW, ROBIN).onChart());
        assertEquals(1, count(NUMBER, NOW, NOA).onChart());
        assertEquals(new Counts(1, 1, 0, 1), count(NUMBER, NOW, ROBIN, NOA));
    }

    @Test
    void an_attempt_on_no_chart_is_always_allowed() {
        assertTrue(attempts.isOn(clinic, fail(call, NUMBER, NOW), Set.of(), 0, NOW));
    }

    @Test
    void a_chart_with_as_many_attempts_as_there_may_be_takes_no_more_until_the_first_is_a_day_old() {
        for (int i = 0; i < 2; i++) {
            assertTrue(attempts.isOn(clinic, fail(Fresh.call(), NUMBER, NOW), Set.of(ROBIN), 2, NOW));
        }
        Instant over = NOW.plus(FailedAttempts.CHART_WINDOW);
        assertFalse(attempts.isOn(clinic, fail(call, WITHHELD, NOW), Set.of(ROBIN, NOA), 2, over.minus(MOMENT)));
        assertEquals(0, count(WITHHELD, NOW, NOA).onChart());
        assertTrue(attempts.isOn(clinic, fail(call, WITHHELD, over), Set.of(ROBIN, NOA), 2, over));
    }
}
