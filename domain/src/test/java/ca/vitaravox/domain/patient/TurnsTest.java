package ca.vitaravox.domain.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.Pause;
import ca.vitaravox.ports.contract.AtOnce;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** One who asks while another is being answered finds that its time is up at once: no clock but this one is asked. */
    private static final Pause NO_TIME = new Pause() {
        @Override
        public void of(Duration length) {}

        @Override
        public boolean until(Future<?> made, Duration atMost) {
            assertEquals(PATIENCE, atMost);
            return made.isDone();
        }
    };

    private final Turns<String> turns = new Turns<>(NO_TIME);

    private Optional<String> ask(String key, String answer) {
        return turns.take(key, PATIENCE, () -> answer);
    }

    @Test
    void never_are_two_questions_of_one_key_asked_at_the_same_time() {
        Turns<String> patient = new Turns<>(length -> Thread.sleep(length.toMillis()));
        AtomicInteger asking = new AtomicInteger();
        List<Optional<Integer>> together = AtOnce.race(i -> patient.take("call", PATIENCE, () -> {
            int now = asking.incrementAndGet();
            Thread.yield();
            asking.decrementAndGet();
            return now;
        }));
        assertTrue(together.stream().allMatch(Optional.of(1)::equals), together.toString());
        assertEquals(0, patient.busy());
    }

    @Test
    void questions_of_another_key_do_not_wait() {
        assertEquals(Optional.of(Optional.of("other")), turns.take("one", PATIENCE, () -> ask("two", "other")));
    }

    @Test
    void who_has_waited_for_too_long_goes_without() {
        assertEquals(Optional.of(Optional.empty()), turns.take("call", PATIENCE, () -> ask("call", "late")));
    }

    @Test
    void who_gives_up_lets_nobody_past_and_keeps_nobody_afterwards() {
        List<Optional<String>> inside = new ArrayList<>();
        turns.take("call", PATIENCE, () -> {
            inside.add(ask("call", "gives up"));
            inside.add(ask("call", "behind it"));
            return "first";
        });
        assertEquals(List.of(Optional.empty(), Optional.empty()), inside);
        assertEquals(Optional.of("later"), ask("call", "later"));
    }

    @Test
    void a_question_that_breaks_passes_the_turn_on() {
        assertThrows(
                IllegalStateException.class,
                () -> turns.take("call", PATIENCE, () -> {
                    throw new IllegalStateException("broken");
                }));
        assertEquals(Optional.of("next"), ask("call", "next"));
    }

    @Test
    void nothing_is_kept_of_keys_for_which_nobody_asks() {
        turns.take("call", PATIENCE, () -> ask("call", "late"));
        assertEquals(0, turns.busy());
    }
}
