package ca.vitaravox.ports.contract.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.contract.AtOnce;
import ca.vitaravox.ports.contract.Clinics;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.ports.patient.Consent;
import ca.vitaravox.ports.patient.ConsentRequests;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@link ConsentRequests} promises. */
public abstract class ConsentRequestsContract implements Clinics {
    private static final Instant NOW = Instant.parse("2026-03-02T17:00:00Z");
    private static final Consent ENGLISH = new Consent("Do you agree?", Language.ENGLISH);
    private static final Consent FRENCH = new Consent("Êtes-vous d’accord?", Language.FRENCH);
    private static final String ZOE = "0123456789abcdef";
    private static final String YARA = "fedcba9876543210";

    private final CallId call = Fresh.call();

    /** What is asked. */
    protected abstract ConsentRequests requests();

    @Test
    void nobody_agrees_to_what_was_not_asked() {
        ConsentRequests requests = requests();
        ClinicId clinic = newClinic();
        assertEquals(Optional.empty(), requests.agree(clinic, call, ZOE));
        requests.ask(clinic, Fresh.call(), ENGLISH, NOW);
        requests.ask(newClinic(), call, ENGLISH, NOW);
        assertEquals(Optional.empty(), requests.agree(clinic, call, ZOE));
        requests.ask(clinic, call, ENGLISH, NOW);
        assertEquals(Optional.of(ENGLISH), requests.agree(clinic, call, ZOE));
    }

    @Test
    void who_agrees_again_has_agreed_to_the_same_and_for_somebody_else_is_asked_anew() {
        ConsentRequests requests = requests();
        ClinicId clinic = newClinic();
        requests.ask(clinic, call, ENGLISH, NOW);
        requests.agree(clinic, call, ZOE);
        assertEquals(Optional.empty(), requests.agree(clinic, call, YARA));
        requests.ask(clinic, call, FRENCH, NOW.plusSeconds(60));
        assertEquals(Optional.of(ENGLISH), requests.agree(clinic, call, ZOE));
        assertEquals(Optional.of(FRENCH), requests.agree(clinic, call, YARA));
        assertEquals(Optional.of(FRENCH), requests.agree(clinic, call, YARA));
        assertEquals(Optional.empty(), requests.agree(clinic, call, "another"));
    }

    @Test
    void the_words_asked_last_are_those_agreed_to_and_asking_twice_is_asking_once() {
        ConsentRequests requests = requests();
        ClinicId clinic = newClinic();
        requests.ask(clinic, call, ENGLISH, NOW);
        requests.ask(clinic, call, FRENCH, NOW.plusSeconds(20));
        requests.ask(clinic, call, FRENCH, NOW.plusSeconds(40));
        assertEquals(Optional.of(FRENCH), requests.agree(clinic, call, ZOE));
        assertEquals(Optional.empty(), requests.agree(clinic, call, YARA));
    }

    @Test
    void of_many_who_agree_at_once_one_person_was_asked() {
        ConsentRequests requests = requests();
        ClinicId clinic = newClinic();
        requests.ask(clinic, call, ENGLISH, NOW);
        List<Optional<Consent>> agreed = AtOnce.race(racer -> requests.agree(clinic, call, "person " + racer));
        assertEquals(1, agreed.stream().filter(Optional::isPresent).count());
    }
}
