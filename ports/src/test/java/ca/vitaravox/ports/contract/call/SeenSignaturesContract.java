package ca.vitaravox.ports.contract.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.vitaravox.ports.call.SeenSignatures;
import ca.vitaravox.ports.call.SeenSignatures.Seen;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.AtOnce;
import ca.vitaravox.ports.contract.Clinics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link SeenSignatures} promises. */
public abstract class SeenSignaturesContract implements Clinics {
    private static final Instant NOW = Instant.parse("2026-03-02T17:00:00Z");
    private static final Instant UNTIL = NOW.plusSeconds(601);
    private static final Duration MOMENT = Duration.ofMillis(1);
    private static final String ANSWER = "{\"results\":[{\"result\":\"{\\\"say\\\":\\\"C’est réservé.\\\"}\"}]}";
    private static final Seen FIRST = new Seen.First();
    private static final Seen RUNNING = new Seen.Before(Optional.empty());
    private static final Seen ANSWERED = new Seen.Before(Optional.of(ANSWER));

    private SeenSignatures seen;
    private ClinicId clinic;
    private String signature;

    /** The signatures. */
    protected abstract SeenSignatures seenSignatures();

    @BeforeEach
    void open() {
        seen = seenSignatures();
        clinic = newClinic();
        signature = "ab".repeat(64);
    }

    private Seen take(Instant now) {
        return seen.take(clinic, signature, now, now.plusSeconds(601));
    }

    @Test
    void the_first_request_executes_and_its_repeat_does_not() {
        assertEquals(FIRST, take(NOW));
        assertEquals(RUNNING, take(NOW));
        assertEquals(RUNNING, take(UNTIL.minus(MOMENT)));
    }

    @Test
    void a_repeat_gets_the_answer_word_for_word() {
        take(NOW);
        seen.remember(clinic, signature, ANSWER);
        assertEquals(ANSWERED, take(NOW));
        assertEquals(ANSWERED, take(UNTIL.minus(MOMENT)));
    }

    @Test
    void a_signature_is_new_again_when_its_time_is_over_and_without_its_answer() {
        take(NOW);
        seen.remember(clinic, signature, ANSWER);
        assertEquals(FIRST, take(UNTIL));
        assertEquals(RUNNING, take(UNTIL));
    }

    @Test
    void a_request_that_was_not_answered_may_come_again_and_one_that_was_may_not() {
        take(NOW);
        seen.forget(clinic, signature);
        assertEquals(FIRST, take(NOW));
        seen.remember(clinic, signature, ANSWER);
        seen.forget(clinic, signature);
        assertEquals(ANSWERED, take(NOW));
    }

    @Test
    void another_signature_and_another_clinic_are_others() {
        take(NOW);
        assertEquals(FIRST, seen.take(clinic, "cd".repeat(32), NOW, UNTIL));
        assertEquals(FIRST, seen.take(newClinic(), signature, NOW, UNTIL));
    }

    @Test
    void what_is_too_old_goes_and_what_is_not_stays() {
        for (int n = 0; n < 20; n++) {
            seen.take(clinic, "old" + n, NOW.minusSeconds(601), NOW);
        }
        take(NOW.minus(MOMENT));
        for (int n = 0; n < 20; n++) {
            seen.take(clinic, "new" + n, NOW, UNTIL);
        }
        assertEquals(RUNNING, take(NOW));
        assertEquals(RUNNING, seen.take(clinic, "new0", NOW, UNTIL));
    }

    @Test
    void of_many_repeats_at_once_exactly_one_executes() {
        List<Seen> all = AtOnce.race(i -> take(NOW));
        assertEquals(1, all.stream().filter(FIRST::equals).count());
        assertEquals(AtOnce.CALLERS - 1, all.stream().filter(RUNNING::equals).count());
    }

    @Test
    void of_many_repeats_at_once_of_one_too_old_exactly_one_executes() {
        take(NOW);
        List<Seen> all = AtOnce.race(i -> take(UNTIL));
        assertEquals(1, all.stream().filter(FIRST::equals).count());
        assertEquals(AtOnce.CALLERS - 1, all.stream().filter(RUNNING::equals).count());
    }
}
