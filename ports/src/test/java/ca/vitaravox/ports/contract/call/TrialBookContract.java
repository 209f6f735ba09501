package ca.vitaravox.ports.contract.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.access.UserId;
import ca.vitaravox.ports.call.TrialBook;
import ca.vitaravox.ports.call.TrialBook.Due;
import ca.vitaravox.ports.call.TrialBook.Take;
import ca.vitaravox.ports.call.TrialBook.Trial;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.Fresh;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code TrialBook} promises. */
public abstract class TrialBookContract {
    private static final Instant NOW = Instant.parse("2026-03-02T17:00:00Z");
    private static final Duration TICK = Duration.ofMillis(1);

    private final List<Trial> opened = new ArrayList<>();
    private TrialBook book;
    private ClinicId clinic;
    private Trial trial;

    /** A book; one of all tests of a class may be the same. */
    protected abstract TrialBook book();

    /** A clinic that is in it. */
    protected abstract ClinicId newClinic();

    @BeforeEach
    void openOne() {
        book = book();
        clinic = newClinic();
        trial = fresh(someone());
        assertTrue(open(trial));
    }

    @AfterEach
    void forgetAll() {
        opened.forEach(each -> book.forget(each.clinic(), each.call()));
    }

    private static UserId someone() {
        return new UserId(Fresh.hex());
    }

    private Trial fresh(UserId by) {
        return new Trial(clinic, Fresh.call(), by);
    }

    private boolean open(Trial other) {
        boolean room = book.open(other, "begun", NOW);
        if (room) {
            opened.add(other);
        }
        return room;
    }

    @Test
    void a_step_takes_what_the_step_before_put_back() {
        assertEquals(new Take.Taken("begun"), book.take(trial, NOW));
        book.put(trial, "first", NOW);
        assertEquals(new Take.Taken("first"), book.take(trial, NOW));
    }

    @Test
    void two_steps_are_never_taken_at_once_and_one_whose_server_died_is_taken_again() {
        book.take(trial, NOW);
        Instant almost = NOW.plus(TrialBook.LONGEST_STEP).minus(TICK);

        assertInstanceOf(Take.Busy.class, book.take(trial, almost));
        assertInstanceOf(Take.Taken.class, book.take(trial, almost.plus(TICK)));
    }

    @Test
    void it_is_taken_by_nobody_else_in_no_other_clinic() {
        Trial theirs = new Trial(clinic, trial.call(), someone());
        Trial elsewhere = new Trial(newClinic(), trial.call(), trial.by());

        assertInstanceOf(Take.Unknown.class, book.take(theirs, NOW));
        assertInstanceOf(Take.Unknown.class, book.take(elsewhere, NOW));
        assertEquals(Optional.empty(), book.kept(theirs));
        assertEquals(Optional.empty(), book.kept(elsewhere));
        assertEquals("begun", book.kept(trial).orElseThrow().state());
    }

    @Test
    void it_has_so_many_steps_and_not_one_more() {
        for (int step = 0; step < TrialBook.MOST_STEPS; step++) {
            assertInstanceOf(Take.Taken.class, book.take(trial, NOW));
            book.put(trial, "more", NOW);
        }
        assertInstanceOf(Take.Over.class, book.take(trial, NOW));
    }

    @Test
    void it_lasts_so_long_however_busy() {
        Instant end = NOW.plus(TrialBook.LONGEST);
        assertInstanceOf(Take.Taken.class, book.take(trial, end.minus(TICK)));
        book.put(trial, "more", end.minus(TICK));

        assertInstanceOf(Take.Over.class, book.take(trial, end));
    }

    @Test
    void one_that_has_ended_is_over_and_how_it_stood_is_still_known() {
        book.end(clinic, trial.call(), NOW);

        assertInstanceOf(Take.Over.class, book.take(trial, NOW));
        assertEquals(Optional.of(NOW), book.kept(trial).orElseThrow().endedAt());
        assertEquals(List.of(), book.going(clinic, trial.by()));
    }

    @Test
    void a_user_has_so_many_at_once_and_another_when_one_has_ended() {
        UserId by = trial.by();
        for (int more = 1; more < TrialBook.MOST_OF_A_USER; more++) {
            assertTrue(open(fresh(by)));
        }
        assertFalse(open(fresh(by)));
        assertTrue(open(fresh(someone())));

        book.end(clinic, trial.call(), NOW);
        assertTrue(open(fresh(by)));
    }

    @Test
    void all_together_have_so_many_at_once() {
        int more = 0;
        while (more < TrialBook.MOST && open(fresh(someone()))) {
            more++;
        }
        assertTrue(more < TrialBook.MOST, "there is no bound");
        assertFalse(open(fresh(someone())));

        book.end(clinic, trial.call(), NOW);
        assertTrue(open(fresh(someone())));
    }

    @Test
    void one_that_rests_too_long_is_due_to_be_ended_and_one_that_does_not_is_not() {
        Instant step = NOW.plusSeconds(30);
        book.take(trial, step);
        book.put(trial, "more", step);
        Instant end = step.plus(TrialBook.LONGEST_REST);

        assertFalse(isDue(end.minus(TICK), false));
        assertTrue(isDue(end, false));
        // whoever got it may die
        assertFalse(isDue(end.plus(TrialBook.LONGEST_STEP).minus(TICK), false));
        assertTrue(isDue(end.plus(TrialBook.LONGEST_STEP), false));
    }

    @Test
    void one_that_has_ended_is_due_to_be_forgotten_and_then_only_which_call_it_was_is_known() {
        book.end(clinic, trial.call(), NOW);
        Instant end = NOW.plus(TrialBook.FORGOTTEN);

        assertFalse(isDue(end.minus(TICK), true));
        assertTrue(isDue(end, true));
        book.forget(clinic, trial.call());
        assertEquals(Optional.empty(), book.kept(trial));
        assertEquals(Map.of(trial.call(), trial.by()), book.among(clinic, List.of(trial.call())));
        assertFalse(isDue(end.plus(TrialBook.FORGOTTEN), true));
    }

    private boolean isDue(Instant at, boolean over) {
        return book.due(at, 1_000).contains(new Due(clinic, trial.call(), over));
    }

    @Test
    void which_calls_were_tried_is_known_among_others() {
        CallId other = Fresh.call();
        assertEquals(Map.of(trial.call(), trial.by()), book.among(clinic, List.of(other, trial.call())));
        assertEquals(Map.of(), book.among(newClinic(), List.of(trial.call())));
        assertEquals(Map.of(), book.among(clinic, List.of()));
        assertEquals(List.of(trial.call()), book.going(clinic, trial.by()));
    }
}
