package ca.vitaravox.domain.patient;

import static ca.vitaravox.domain.Reception.CLINIC;
import static ca.vitaravox.domain.Reception.KATHERINE;
import static ca.vitaravox.domain.Reception.NOA;
import static ca.vitaravox.domain.Reception.ROBIN;
import static ca.vitaravox.domain.patient.Asking.ROBIN_BORN;
import static ca.vitaravox.domain.patient.Asking.WRONG_DATE;
import static ca.vitaravox.domain.patient.Asking.first;
import static ca.vitaravox.domain.patient.Asking.named;
import static ca.vitaravox.domain.patient.Asking.nothing;
import static ca.vitaravox.domain.patient.Asking.speakingAs;
import static ca.vitaravox.domain.patient.Asking.stranger;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ca.vitaravox.domain.Reception;
import ca.vitaravox.domain.emr.Trouble;
import ca.vitaravox.ports.access.Actor;
import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.audit.AuditEntry;
import ca.vitaravox.ports.audit.AuditResult;
import ca.vitaravox.ports.patient.IdentityLevel;
import ca.vitaravox.ports.patient.PatientId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LookupTrailTest {
    private final Reception reception = new Reception();
    private final Asking asking = new Asking(reception);

    @Test
    void an_identification_names_chart_caller_and_relationship() {
        asking.byPhone("call", speakingAs(Relationship.PARENT, first("Noa")));
        assertEquals(
                List.of(new AuditEntry(
                        CLINIC,
                        reception.now.get(),
                        new Actor.Caller(new CallId("call"), Relationship.PARENT),
                        AuditAction.IDENTIFY,
                        Optional.of(NOA.value()),
                        Optional.empty(),
                        AuditResult.DONE)),
                reception.trail.entries(CLINIC));
    }

    @Test
    void a_failed_attempt_names_the_chart_it_was_on_if_that_was_one() {
        asking.byName("call", named("Katherine", "MacLeod", WRONG_DATE));
        assertEquals(List.of(entry(Optional.of(KATHERINE), AuditResult.NOT_FOUND)), identifications());
    }

    @Test
    void a_failed_attempt_on_nobody_or_on_several_names_no_chart() {
        asking.byName("call", named("Zoe", "Nobody", WRONG_DATE));
        asking.byPhone("call", first("Zoe"));
        AuditEntry nobodys = entry(Optional.empty(), AuditResult.NOT_FOUND);
        assertEquals(List.of(nobodys, nobodys), identifications());
    }

    @Test
    void a_search_that_only_asked_for_more_is_in_the_trail() {
        asking.byPhone("call", nothing());
        assertEquals(List.of(entry(Optional.empty(), AuditResult.NOT_FOUND)), identifications());
    }

    @Test
    void what_is_refused_for_too_many_attempts_is_in_the_trail() {
        for (int i = 0; i < 3; i++) {
            asking.byName("call", named("Zoe", "Nobody", WRONG_DATE));
        }
        asking.byPhone("call", first("Robin", ROBIN_BORN));
        assertEquals(
                AuditResult.REFUSED,
                reception.trail(AuditAction.IDENTIFY).get(3).result());
    }

    @Test
    void what_is_refused_for_attempts_on_the_chart_names_the_chart() {
        for (int i = 0; i < 11; i++) {
            asking.byName("call" + i, stranger(i), named("Katherine", "MacLeod", WRONG_DATE));
        }
        AuditEntry last = reception.trail(AuditAction.IDENTIFY).get(10);
        assertEquals(AuditResult.REFUSED, last.result());
    }

    @Test
    void a_lookup_that_the_emr_did_not_answer_is_in_the_trail() {
        reception.emr.trouble(Trouble.SILENT);
        asking.byPhone("call", first("Robin"));
        assertEquals(List.of(entry(Optional.empty(), AuditResult.UNKNOWN)), identifications());
    }

    @Test
    void without_a_trail_nobody_is_identified_and_nothing_shown() {
        Reception blind = new Reception(entry -> {
            throw new IllegalStateException("the trail is full");
        });
        Asking asked = new Asking(blind);
        assertThrows(IllegalStateException.class, () -> asked.byPhone("call", first("Robin", ROBIN_BORN)));
        assertEquals(Optional.empty(), blind.identities.identified(CLINIC, new CallId("call"), ROBIN));
        blind.identified("call", ROBIN, IdentityLevel.VERIFIED, Relationship.SELF);
        assertThrows(
                IllegalStateException.class, () -> blind.desk.patientLookup().details(blind.call("call"), ROBIN));
    }

    private List<AuditEntry> identifications() {
        return reception.trail(AuditAction.IDENTIFY);
    }

    private AuditEntry entry(Optional<PatientId> chart, AuditResult result) {
        return new AuditEntry(
                CLINIC,
                reception.now.get(),
                new Actor.Caller(new CallId("call"), Relationship.SELF),
                AuditAction.IDENTIFY,
                chart.map(PatientId::value),
                Optional.empty(),
                result);
    }
}
