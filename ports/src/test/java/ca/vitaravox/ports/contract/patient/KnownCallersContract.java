package ca.vitaravox.ports.contract.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.AtOnce;
import ca.vitaravox.ports.contract.Clinics;
import ca.vitaravox.ports.patient.KnownCallers;
import ca.vitaravox.ports.patient.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link KnownCallers} promises. */
public abstract class KnownCallersContract implements Clinics {
    private static final Instant NOW = Instant.parse("2026-03-02T17:00:00Z");
    private static final Duration MOMENT = Duration.ofMillis(1);
    private static final PatientId ROBIN = new PatientId("1");
    private static final PatientId NOA = new PatientId("2");
    private static final String HOME = "a".repeat(64);
    private static final String WORK = "b".repeat(64);

    private KnownCallers known;
    private ClinicId clinic;

    /** The callers. */
    protected abstract KnownCallers knownCallers();

    @BeforeEach
    void open() {
        known = knownCallers();
        clinic = newClinic();
    }

    private List<PatientId> of(String number, Instant now) {
        return known.of(clinic, number, now);
    }

    @Test
    void a_number_is_known_for_whoever_was_verified_in_calls_from_it() {
        assertEquals(List.of(), of(HOME, NOW));
        known.seen(clinic, HOME, ROBIN, NOW);
        known.seen(clinic, HOME, NOA, NOW.plusSeconds(1));
        known.seen(clinic, WORK, ROBIN, NOW);
        assertEquals(List.of(NOA, ROBIN), of(HOME, NOW.plusSeconds(2)));
        assertEquals(List.of(ROBIN), of(WORK, NOW.plusSeconds(2)));
    }

    @Test
    void who_is_seen_again_comes_first_and_once() {
        known.seen(clinic, HOME, ROBIN, NOW);
        known.seen(clinic, HOME, NOA, NOW.plusSeconds(1));
        known.seen(clinic, HOME, ROBIN, NOW.plusSeconds(2));
        assertEquals(List.of(ROBIN, NOA), of(HOME, NOW.plusSeconds(3)));
    }

    @Test
    void the_four_seen_last_stay() {
        assertEquals(4, KnownCallers.MOST);
        for (int i = 1; i <= 5; i++) {
            known.seen(clinic, HOME, new PatientId("" + i), NOW.plusSeconds(i));
            assertEquals(Math.min(i, 4), of(HOME, NOW.plusSeconds(9)).size());
        }
        List<PatientId> last = List.of(new PatientId("5"), new PatientId("4"), new PatientId("3"), new PatientId("2"));
        assertEquals(last, of(HOME, NOW.plusSeconds(9)));
    }

    @Test
    void a_number_is_known_for_two_years() {
        assertEquals(Duration.ofDays(730), KnownCallers.KEPT);
        known.seen(clinic, HOME, ROBIN, NOW);
        assertEquals(List.of(ROBIN), of(HOME, NOW.plus(KnownCallers.KEPT).minus(MOMENT)));
        assertEquals(List.of(), of(HOME, NOW.plus(KnownCallers.KEPT)));
    }

    @Test
    void a_patient_who_is_gone_is_forgotten_everywhere() {
        known.seen(clinic, HOME, ROBIN, NOW);
        known.seen(clinic, WORK, ROBIN, NOW);
        known.seen(clinic, HOME, NOA, NOW);
        known.forget(clinic, ROBIN);
        assertEquals(List.of(NOA), of(HOME, NOW));
        assertEquals(List.of(), of(WORK, NOW));
    }

    @Test
    void with_another_emr_a_clinic_knows_nobody_and_others_know_whom_they_knew() {
        ClinicId other = newClinic();
        known.seen(clinic, HOME, ROBIN, NOW);
        known.seen(other, HOME, NOA, NOW);
        known.forgetAll(clinic);
        assertEquals(List.of(), of(HOME, NOW));
        assertEquals(List.of(NOA), known.of(other, HOME, NOW));
    }

    @Test
    void one_seen_by_many_calls_at_once_is_known_once() {
        AtOnce.race(i -> {
            known.seen(clinic, HOME, ROBIN, NOW.plusSeconds(i));
            return i;
        });
        assertEquals(List.of(ROBIN), of(HOME, NOW.plusSeconds(60)));
    }
}
