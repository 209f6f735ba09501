package ca.vitaravox.domain.patient;

import static ca.vitaravox.domain.Reception.CLINIC;
import static ca.vitaravox.domain.Reception.KATHERINE;
import static ca.vitaravox.domain.Reception.ROBIN;
import static ca.vitaravox.domain.patient.Asking.KATHERINES_HEALTH_NUMBER;
import static ca.vitaravox.domain.patient.Asking.KATHERINE_BORN;
import static ca.vitaravox.domain.patient.Asking.ROBIN_BORN;
import static ca.vitaravox.domain.patient.Asking.WITHHELD;
import static ca.vitaravox.domain.patient.Asking.WRONG_DATE;
import static ca.vitaravox.domain.patient.Asking.named;
import static ca.vitaravox.domain.patient.Asking.stranger;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.vitaravox.domain.Reception;
import ca.vitaravox.domain.emr.Request;
import ca.vitaravox.domain.emr.Trouble;
import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.patient.Chart;
import ca.vitaravox.ports.patient.IdentityLevel;
import ca.vitaravox.ports.patient.LookupResult.EmrUnavailable;
import ca.vitaravox.ports.patient.LookupResult.Identified;
import ca.vitaravox.ports.patient.LookupResult.NotFound;
import ca.vitaravox.ports.patient.LookupResult.SecondFactorNeeded;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.patient.PatientLookup.ByName;
import ca.vitaravox.ports.patient.PatientName;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LookupByNameTest {
    private static final Identified KATHERINE_VERIFIED = new Identified(KATHERINE, IdentityLevel.VERIFIED, false);

    private final Reception reception = new Reception();
    private final Asking asking = new Asking(reception);

    @Test
    void without_a_second_factor_no_name_is_looked_up() {
        int searches = asking.searches(
                () -> assertEquals(new SecondFactorNeeded(), asking.byName("call", named("Robin", "Castellan", null))));
        assertEquals(0, searches);
        assertEquals(List.of(), reception.trail(AuditAction.IDENTIFY));
    }

    @Test
    void full_name_and_date_of_birth_verify_from_any_number_and_from_none() {
        ByName said = named("Katherine", "MacLeod", KATHERINE_BORN);
        assertEquals(KATHERINE_VERIFIED, asking.byName("call", said));
        assertEquals(KATHERINE_VERIFIED, asking.byName("other", stranger(1), said));
        assertEquals(KATHERINE_VERIFIED, asking.byName("third", WITHHELD, said));
    }

    @Test
    void full_name_and_health_number_verify() {
        assertEquals(
                KATHERINE_VERIFIED,
                asking.byName("call", named("Katherine", "MacLeod", null, KATHERINES_HEALTH_NUMBER)));
    }

    @Test
    void names_count_as_they_are_heard() {
        assertEquals(KATHERINE_VERIFIED, asking.byName("call", named("Cathryn", "McLeod", KATHERINE_BORN)));
        assertEquals(KATHERINE_VERIFIED, asking.byName("call", named("kate", "mac leod", KATHERINE_BORN)));
    }

    @Test
    void all_that_is_said_has_to_agree() {
        assertEquals(
                new NotFound(),
                asking.byName("call", named("Katherine", "MacLeod", WRONG_DATE, KATHERINES_HEALTH_NUMBER)));
        assertEquals(
                new NotFound(), asking.byName("call", named("Katherine", "MacLeod", KATHERINE_BORN, "AB-1234568")));
    }

    @Test
    void a_chart_without_health_number_is_judged_by_the_date_of_birth() {
        assertEquals(
                new Identified(ROBIN, IdentityLevel.VERIFIED, false),
                asking.byName("call", named("Robin", "Castellan", ROBIN_BORN, KATHERINES_HEALTH_NUMBER)));
        assertEquals(
                new NotFound(), asking.byName("call", named("Robin", "Castellan", null, KATHERINES_HEALTH_NUMBER)));
    }

    @Test
    void an_unknown_name_and_a_wrong_date_of_birth_are_one_refusal() {
        Refusal unknownName = refusal("one", named("Zoe", "Nobody", KATHERINE_BORN));
        assertEquals(unknownName, refusal("two", named("Katherine", "MacLeod", WRONG_DATE)));
        assertEquals(unknownName, refusal("three", named("Zoe", "Nobody", WRONG_DATE)));
        assertEquals(unknownName, refusal("four", named("Robin", "Castellan", KATHERINE_BORN)));
    }

    @Test
    void an_unknown_name_and_a_wrong_health_number_are_one_refusal() {
        Refusal unknownName = refusal("one", named("Zoe", "Nobody", null, KATHERINES_HEALTH_NUMBER));
        assertEquals(unknownName, refusal("two", named("Katherine", "MacLeod", null, "AB-1234568")));
    }

    /** All that could tell one refusal from another. */
    private record Refusal(Object result, int searches, int entries, Object auditResult) {}

    private Refusal refusal(String call, ByName said) {
        int before = reception.trail(AuditAction.IDENTIFY).size();
        Object[] result = new Object[1];
        int searches = asking.searches(() -> result[0] = asking.byName(call, stranger(before), said));
        List<?> entries = reception.trail(AuditAction.IDENTIFY);
        return new Refusal(
                result[0],
                searches,
                entries.size() - before,
                reception.trail(AuditAction.IDENTIFY).get(before).result());
    }

    @Test
    void nobody_is_picked_where_two_charts_agree_with_everything() {
        reception.emr.put(
                CLINIC,
                new Chart(
                        new PatientId("9"),
                        new PatientName("Kate", "McLeod"),
                        LocalDate.parse(KATHERINE_BORN),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        false,
                        false));
        assertEquals(new NotFound(), asking.byName("call", named("Katherine", "MacLeod", KATHERINE_BORN)));
    }

    @Test
    void an_inactive_patient_is_an_unknown_one() {
        reception.emr.deactivate(CLINIC, KATHERINE);
        assertEquals(new NotFound(), asking.byName("call", named("Katherine", "MacLeod", KATHERINE_BORN)));
    }

    @Test
    void an_emr_that_does_not_answer_is_no_fault_of_the_callers() {
        reception.emr.trouble(Request.SEARCH, Trouble.SILENT);
        for (int i = 0; i < 5; i++) {
            assertEquals(new EmrUnavailable(), asking.byName("call", named("Katherine", "MacLeod", KATHERINE_BORN)));
        }
        reception.emr.trouble(Request.SEARCH, Trouble.NONE);
        assertEquals(KATHERINE_VERIFIED, asking.byName("call", named("Katherine", "MacLeod", KATHERINE_BORN)));
    }
}
