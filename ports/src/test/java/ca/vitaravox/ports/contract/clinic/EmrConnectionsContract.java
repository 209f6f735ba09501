package ca.vitaravox.ports.contract.clinic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.EmrConnections;
import ca.vitaravox.ports.clinic.EmrConnections.Asked;
import ca.vitaravox.ports.clinic.EmrConnections.Asker;
import ca.vitaravox.ports.clinic.EmrConnections.History;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What is promised of consents that were asked for. */
public abstract class EmrConnectionsContract {
    private static final Instant NOW = Instant.parse("2026-11-30T15:00:00Z");
    private static final Instant UNTIL = NOW.plus(EmrConnections.PATIENCE);
    private static final Optional<String> STATE = Optional.of("digest");

    /** The implementation. */
    protected abstract EmrConnections connections();

    /** A clinic that nobody connected. */
    protected abstract ClinicId newClinic();

    private static Asked asked(Optional<String> state, String token) {
        return new Asked(
                state,
                URI.create("https://emr.example/oscar"),
                URI.create("http://emr.example/oscar"),
                token,
                "sealed",
                UNTIL,
                Optional.of(new Asker("mara", "session")));
    }

    @Test
    void a_consent_is_taken_as_it_was_asked_for_and_once() {
        ClinicId clinic = newClinic();
        connections().asked(clinic, asked(STATE, "one"));

        assertEquals(Optional.of(asked(STATE, "one")), connections().take(clinic, STATE, NOW));
        assertEquals(Optional.empty(), connections().take(clinic, STATE, NOW));
    }

    @Test
    void another_state_and_another_clinic_take_nothing_and_leave_it_there() {
        ClinicId clinic = newClinic();
        connections().asked(clinic, asked(STATE, "one"));

        assertEquals(Optional.empty(), connections().take(clinic, Optional.of("other"), NOW));
        assertEquals(Optional.empty(), connections().take(clinic, Optional.empty(), NOW));
        assertEquals(Optional.empty(), connections().take(newClinic(), STATE, NOW));
        assertEquals(Optional.of(asked(STATE, "one")), connections().take(clinic, STATE, NOW));
    }

    @Test
    void what_is_typed_in_has_no_state_and_does_not_come_with_one() {
        ClinicId clinic = newClinic();
        connections().asked(clinic, asked(Optional.empty(), "one"));

        assertEquals(Optional.empty(), connections().take(clinic, STATE, NOW));
        assertEquals(Optional.of(asked(Optional.empty(), "one")), connections().take(clinic, Optional.empty(), NOW));
    }

    @Test
    void nobody_waits_longer_than_ten_minutes() {
        ClinicId clinic = newClinic();
        assertEquals(Duration.ofMinutes(10), EmrConnections.PATIENCE);

        connections().asked(clinic, asked(STATE, "one"));
        assertEquals(Optional.empty(), connections().take(clinic, STATE, UNTIL));
        assertEquals(Optional.of(asked(STATE, "one")), connections().take(clinic, STATE, UNTIL.minusMillis(1)));
    }

    @Test
    void asking_again_ends_what_was_asked_before() {
        ClinicId clinic = newClinic();
        connections().asked(clinic, asked(STATE, "one"));
        connections().asked(clinic, asked(Optional.of("newer"), "two"));

        assertEquals(Optional.empty(), connections().take(clinic, STATE, NOW));
        assertEquals(
                Optional.of(asked(Optional.of("newer"), "two")), connections().take(clinic, Optional.of("newer"), NOW));
    }

    @Test
    void of_many_who_come_at_once_one_gets_it() throws Exception {
        ClinicId clinic = newClinic();
        connections().asked(clinic, asked(STATE, "one"));
        ExecutorService executor = Executors.newFixedThreadPool(8);
        List<Callable<Boolean>> tries = new ArrayList<>();
        for (int each = 0; each < 8; each++) {
            tries.add(() -> connections().take(clinic, STATE, NOW).isPresent());
        }
        int taken = 0;
        for (Future<Boolean> got : executor.invokeAll(tries)) {
            taken += got.get() ? 1 : 0;
        }
        executor.shutdown();

        assertEquals(1, taken);
    }

    @Test
    void a_new_token_has_not_worked_yet() {
        ClinicId clinic = newClinic();
        assertEquals(Optional.empty(), connections().history(clinic));
        connections().worked(clinic, NOW);
        assertEquals(Optional.empty(), connections().history(clinic));

        connections().connected(clinic, NOW);
        connections().worked(clinic, NOW.plusSeconds(5));
        assertEquals(
                Optional.of(new History(NOW, Optional.of(NOW.plusSeconds(5)))),
                connections().history(clinic));

        connections().connected(clinic, NOW.plusSeconds(9));
        assertEquals(
                Optional.of(new History(NOW.plusSeconds(9), Optional.empty())),
                connections().history(clinic));
    }
}
