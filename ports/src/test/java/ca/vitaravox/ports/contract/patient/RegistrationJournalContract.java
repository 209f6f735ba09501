package ca.vitaravox.ports.contract.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.contract.AtOnce;
import ca.vitaravox.ports.contract.Clinics;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.ports.patient.Consent;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.patient.PatientName;
import ca.vitaravox.ports.patient.RegistrationJournal;
import ca.vitaravox.ports.patient.RegistrationJournal.Claim;
import ca.vitaravox.ports.patient.RegistrationJournal.CutOff;
import ca.vitaravox.ports.patient.RegistrationJournal.Registrant;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link RegistrationJournal} promises. */
public abstract class RegistrationJournalContract implements Clinics {
    private static final Instant NOW = Instant.parse("2026-03-02T17:00:00Z");
    private static final Instant UNTIL = NOW.plusSeconds(5);
    private static final Duration MOMENT = Duration.ofMillis(1);
    private static final PatientId ZOE = new PatientId("50001");
    private static final String PERSON = "a".repeat(64);

    private RegistrationJournal journal;
    private ClinicId clinic;
    private Registrant zoe;

    /** The journal. */
    protected abstract RegistrationJournal registrationJournal();

    @BeforeEach
    void open() {
        journal = registrationJournal();
        clinic = newClinic();
        zoe = registrant(Fresh.call());
    }

    private static Registrant registrant(CallId call) {
        return new Registrant(
                PERSON,
                call,
                new PatientName("Zoé", "Newby"),
                LocalDate.of(1990, 4, 9),
                new Consent("Do you agree?", Language.ENGLISH));
    }

    private int claimed() {
        return assertInstanceOf(Claim.Yours.class, journal.claim(clinic, zoe, NOW, UNTIL))
                .attempt();
    }

    private int sent() {
        int attempt = claimed();
        assertTrue(journal.sending(clinic, PERSON, attempt));
        return attempt;
    }

    private List<CutOff> take(Instant now) {
        return journal.take(1_000, now, now.plusSeconds(20)).stream()
                .filter(each -> each.clinic().equals(clinic))
                .toList();
    }

    @Test
    void whoever_claims_somebody_first_has_them() {
        List<Claim> claims = AtOnce.race(i -> journal.claim(clinic, zoe, NOW, UNTIL));
        assertEquals(1, claims.stream().filter(Claim.Yours.class::isInstance).count());
        assertEquals(
                AtOnce.CALLERS - 1,
                claims.stream().filter(Claim.Running.class::isInstance).count());
    }

    @Test
    void another_call_waits_as_well() {
        claimed();
        assertInstanceOf(Claim.Running.class, journal.claim(clinic, registrant(Fresh.call()), NOW, UNTIL));
    }

    @Test
    void another_clinic_has_its_own() {
        claimed();
        assertInstanceOf(Claim.Yours.class, journal.claim(newClinic(), zoe, NOW, UNTIL));
    }

    @Test
    void what_was_never_sent_may_be_claimed_anew_when_its_time_is_over() {
        int first = claimed();
        assertInstanceOf(Claim.Running.class, journal.claim(clinic, zoe, UNTIL.minus(MOMENT), UNTIL));
        Claim.Yours second =
                assertInstanceOf(Claim.Yours.class, journal.claim(clinic, zoe, UNTIL, UNTIL.plusSeconds(5)));
        assertFalse(journal.sending(clinic, PERSON, first));
        assertFalse(journal.dropped(clinic, PERSON, first));
        assertTrue(journal.sending(clinic, PERSON, second.attempt()));
    }

    @Test
    void what_was_sent_is_taken_over_when_its_time_is_over() {
        int first = sent();
        assertInstanceOf(Claim.Running.class, journal.claim(clinic, zoe, UNTIL.minus(MOMENT), UNTIL));
        Claim.TakenOver taken = assertInstanceOf(
                Claim.TakenOver.class, journal.claim(clinic, registrant(Fresh.call()), UNTIL, UNTIL.plusSeconds(5)));
        assertEquals(new CutOff(clinic, zoe, NOW, first + 1), taken.request());
        assertFalse(journal.made(clinic, PERSON, first, ZOE, UNTIL));
        assertInstanceOf(Claim.Running.class, journal.claim(clinic, zoe, UNTIL, UNTIL));
        assertTrue(journal.made(clinic, PERSON, first + 1, ZOE, UNTIL));
    }

    @Test
    void a_chart_that_was_made_is_told_to_its_call_alone() {
        assertTrue(journal.made(clinic, PERSON, sent(), ZOE, NOW));
        assertEquals(new Claim.Made(ZOE), journal.claim(clinic, zoe, NOW, UNTIL));
        assertInstanceOf(Claim.Yours.class, journal.claim(clinic, registrant(Fresh.call()), NOW, UNTIL));
    }

    @Test
    void a_call_knows_what_it_had_made() {
        assertEquals(Set.of(), journal.madeIn(clinic, zoe.call()));
        journal.made(clinic, PERSON, sent(), ZOE, NOW);
        assertEquals(Set.of(ZOE), journal.madeIn(clinic, zoe.call()));
        assertEquals(Set.of(), journal.madeIn(clinic, Fresh.call()));
    }

    @Test
    void an_attempt_ends_once() {
        int attempt = sent();
        List<Boolean> ended = AtOnce.race(i -> i % 2 == 0
                ? journal.made(clinic, PERSON, attempt, ZOE, NOW)
                : journal.dropped(clinic, PERSON, attempt));
        assertEquals(1, ended.stream().filter(each -> each).count());
    }

    @Test
    void what_was_dropped_may_be_claimed_anew_under_another_attempt() {
        int first = sent();
        assertTrue(journal.dropped(clinic, PERSON, first));
        int second = claimed();
        assertTrue(second > first);
        assertFalse(journal.sending(clinic, PERSON, first));
        assertEquals(List.of(), take(UNTIL));
    }

    @Test
    void what_was_sent_and_never_ended_is_taken_once_it_is_due() {
        int attempt = sent();
        assertEquals(List.of(), take(UNTIL.minus(MOMENT)));
        assertEquals(List.of(new CutOff(clinic, zoe, NOW, attempt + 1)), take(UNTIL));
        assertEquals(List.of(), take(UNTIL.plusSeconds(20).minus(MOMENT)));
        assertEquals(List.of(new CutOff(clinic, zoe, NOW, attempt + 2)), take(UNTIL.plusSeconds(20)));
    }

    @Test
    void what_ended_or_was_never_sent_is_not_taken() {
        claimed();
        assertEquals(List.of(), take(UNTIL));
        clinic = newClinic();
        journal.made(clinic, PERSON, sent(), ZOE, NOW);
        assertEquals(List.of(), take(UNTIL));
        clinic = newClinic();
        journal.dropped(clinic, PERSON, sent());
        assertEquals(List.of(), take(UNTIL));
    }
}
