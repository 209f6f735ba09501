package ca.vitaravox.domain.patient;

import static ca.vitaravox.domain.Reception.CASTELLAN_HOME;
import static ca.vitaravox.domain.Reception.CLINIC;
import static ca.vitaravox.domain.Reception.KATHERINE;
import static ca.vitaravox.domain.Reception.KATHERINES_PHONE;
import static ca.vitaravox.domain.Reception.NOA;
import static ca.vitaravox.domain.Reception.ROBIN;
import static ca.vitaravox.domain.patient.Asking.KATHERINES_HEALTH_NUMBER;
import static ca.vitaravox.domain.patient.Asking.KATHERINE_BORN;
import static ca.vitaravox.domain.patient.Asking.ROBIN_BORN;
import static ca.vitaravox.domain.patient.Asking.WITHHELD;
import static ca.vitaravox.domain.patient.Asking.WRONG_DATE;
import static ca.vitaravox.domain.patient.Asking.first;
import static ca.vitaravox.domain.patient.Asking.nothing;
import static ca.vitaravox.domain.patient.Asking.said;
import static ca.vitaravox.domain.patient.Asking.speakingAs;
import static ca.vitaravox.domain.patient.Asking.stranger;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.vitaravox.domain.Reception;
import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.patient.Chart;
import ca.vitaravox.ports.patient.Identification;
import ca.vitaravox.ports.patient.IdentityLevel;
import ca.vitaravox.ports.patient.LookupResult;
import ca.vitaravox.ports.patient.LookupResult.FirstNameNeeded;
import ca.vitaravox.ports.patient.LookupResult.FullNameNeeded;
import ca.vitaravox.ports.patient.LookupResult.Identified;
import ca.vitaravox.ports.patient.LookupResult.NotFound;
import ca.vitaravox.ports.patient.LookupResult.SecondFactorNeeded;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.patient.PatientLookup.ByPhone;
import ca.vitaravox.ports.patient.PatientName;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LookupByPhoneTest {
    private static final Optional<PhoneNumber> KATHERINE_CALLS = Optional.of(KATHERINES_PHONE);

    private final Reception reception = new Reception();
    private final Asking asking = new Asking(reception);

    @Test
    void the_calling_number_and_a_first_name_reach_the_first_level() {
        assertEquals(new Identified(ROBIN, IdentityLevel.CALLER_ID, true), asking.byPhone("call", first("Robin")));
        assertEquals(Optional.of(IdentityLevel.CALLER_ID), level("call", ROBIN));
    }

    @Test
    void a_date_of_birth_that_agrees_as_well_verifies() {
        assertEquals(
                new Identified(ROBIN, IdentityLevel.VERIFIED, true),
                asking.byPhone("call", first("Robin", ROBIN_BORN)));
        assertEquals(Optional.of(IdentityLevel.VERIFIED), level("call", ROBIN));
    }

    @Test
    void a_health_number_that_agrees_as_well_verifies() {
        LookupResult result =
                asking.byPhone("call", KATHERINE_CALLS, said(null, "Katherine", null, KATHERINES_HEALTH_NUMBER));
        assertEquals(new Identified(KATHERINE, IdentityLevel.VERIFIED, false), result);
    }

    @Test
    void all_that_is_said_has_to_agree() {
        assertNotFound(said(null, "Katherine", WRONG_DATE, KATHERINES_HEALTH_NUMBER));
        assertNotFound(said(null, "Katherine", KATHERINE_BORN, "AB-1234568"));
    }

    private void assertNotFound(ByPhone said) {
        assertEquals(new NotFound(), asking.byPhone("call", KATHERINE_CALLS, said));
        assertEquals(Optional.empty(), level("call", KATHERINE));
    }

    @Test
    void a_wrong_date_of_birth_reaches_not_even_the_first_level() {
        assertEquals(new NotFound(), asking.byPhone("call", first("Robin", WRONG_DATE)));
        assertEquals(Optional.empty(), level("call", ROBIN));
    }

    @Test
    void a_known_number_without_first_name_identifies_nobody() {
        assertEquals(new FirstNameNeeded(true), asking.byPhone("call", nothing()));
        assertEquals(new FirstNameNeeded(false), asking.byPhone("call", KATHERINE_CALLS, nothing()));
        assertEquals(new FirstNameNeeded(true), asking.byPhone("call", said(null, null, ROBIN_BORN, null)));
        assertEquals(Optional.empty(), level("call", ROBIN));
    }

    @Test
    void a_first_name_that_is_not_on_the_number_is_not_found() {
        assertEquals(new NotFound(), asking.byPhone("call", first("Katherine")));
    }

    @Test
    void a_first_name_counts_as_it_is_heard() {
        assertEquals(
                new Identified(KATHERINE, IdentityLevel.CALLER_ID, false),
                asking.byPhone("call", KATHERINE_CALLS, first("Cathryn")));
    }

    @Test
    void a_whole_name_in_the_place_of_the_first_is_no_guess_gone_wrong() {
        assertEquals(
                new Identified(ROBIN, IdentityLevel.CALLER_ID, true), asking.byPhone("call", first("Robin Castellan")));
        assertEquals(new NotFound(), asking.byPhone("other", first("Robin Castle")));
    }

    @Test
    void each_patient_of_a_number_is_identified_alone() {
        asking.byPhone("call", speakingAs(Relationship.PARENT, first("Noa")));
        assertEquals(Optional.of(IdentityLevel.CALLER_ID), level("call", NOA));
        assertEquals(Optional.empty(), level("call", ROBIN));
    }

    @Test
    void two_with_the_same_first_name_on_one_number_are_told_apart_by_date_of_birth_alone() {
        PatientId grandmother = new PatientId("9");
        reception.emr.put(CLINIC, castellan(grandmother, "Robin", "1950-01-02"));
        assertEquals(new SecondFactorNeeded(), asking.byPhone("call", first("Robin")));
        assertEquals(Optional.empty(), level("call", ROBIN));
        assertEquals(
                new Identified(grandmother, IdentityLevel.VERIFIED, true),
                asking.byPhone("call", first("Robin", "1950-01-02")));
        assertEquals(Optional.empty(), level("call", ROBIN));
    }

    @Test
    void nobody_is_picked_where_two_charts_agree_with_everything() {
        reception.emr.put(CLINIC, castellan(new PatientId("9"), "Robin", ROBIN_BORN));
        assertEquals(new NotFound(), asking.byPhone("call", first("Robin", ROBIN_BORN)));
    }

    @Test
    void an_unknown_number_is_on_no_chart_whatever_is_said() {
        assertEquals(new NotFound(), asking.byPhone("call", stranger(1), nothing()));
        assertEquals(new NotFound(), asking.byPhone("call", stranger(1), first("Robin")));
        assertEquals(new NotFound(), asking.byPhone("call", stranger(1), first("Robin", ROBIN_BORN)));
    }

    @Test
    void a_withheld_number_is_no_number() {
        int searches = asking.searches(() -> {
            assertEquals(new FullNameNeeded(), asking.byPhone("call", WITHHELD, nothing()));
            assertEquals(new FullNameNeeded(), asking.byPhone("call", WITHHELD, first("Robin")));
            assertEquals(new FullNameNeeded(), asking.byPhone("call", WITHHELD, first("Robin", ROBIN_BORN)));
        });
        assertEquals(0, searches);
    }

    @Test
    void a_claimed_number_without_a_second_factor_is_not_looked_up() {
        int searches = asking.searches(() -> assertEquals(
                new SecondFactorNeeded(), asking.byPhone("call", WITHHELD, said(CASTELLAN_HOME, "Robin", null, null))));
        assertEquals(0, searches);
        assertEquals(
                new SecondFactorNeeded(), asking.byPhone("call", stranger(1), said(CASTELLAN_HOME, null, null, null)));
    }

    @Test
    void a_claimed_number_with_first_name_and_date_of_birth_verifies() {
        assertEquals(
                new Identified(ROBIN, IdentityLevel.VERIFIED, false),
                asking.byPhone("call", WITHHELD, said(CASTELLAN_HOME, "Robin", ROBIN_BORN, null)));
        assertEquals(
                new Identified(KATHERINE, IdentityLevel.VERIFIED, true),
                asking.byPhone("call", said(KATHERINES_PHONE, "Katherine", KATHERINE_BORN, null)));
    }

    @Test
    void whether_a_claimed_number_is_on_file_is_told_to_nobody() {
        for (PhoneNumber claimed : List.of(CASTELLAN_HOME, stranger(9).orElseThrow())) {
            String call = "call" + claimed.last4();
            assertEquals(
                    new FirstNameNeeded(false), asking.byPhone(call, WITHHELD, said(claimed, null, WRONG_DATE, null)));
            assertEquals(new NotFound(), asking.byPhone(call, WITHHELD, said(claimed, "Robin", WRONG_DATE, null)));
            assertEquals(new NotFound(), asking.byPhone(call, WITHHELD, said(claimed, "Zoe", WRONG_DATE, null)));
        }
    }

    @Test
    void the_calling_number_is_tried_whatever_is_claimed() {
        assertEquals(
                new Identified(ROBIN, IdentityLevel.CALLER_ID, true),
                asking.byPhone("call", said(KATHERINES_PHONE, "Robin", null, null)));
        assertEquals(
                new Identified(ROBIN, IdentityLevel.VERIFIED, true),
                asking.byPhone("call", said(KATHERINES_PHONE, "Robin", ROBIN_BORN, null)));
    }

    @Test
    void to_claim_the_calling_number_is_to_claim_nothing() {
        assertEquals(
                new Identified(ROBIN, IdentityLevel.CALLER_ID, true),
                asking.byPhone("call", said(CASTELLAN_HOME, "Robin", null, null)));
        assertEquals(new NotFound(), asking.byPhone("call", said(CASTELLAN_HOME, "Zoe", null, null)));
    }

    @Test
    void a_level_that_was_reached_is_not_lowered_by_asking_again() {
        asking.byPhone("call", first("Robin", ROBIN_BORN));
        asking.byPhone("call", first("Robin"));
        assertEquals(Optional.of(IdentityLevel.VERIFIED), level("call", ROBIN));
    }

    @Test
    void what_one_call_knows_no_other_call_knows() {
        asking.byPhone("call", first("Robin", ROBIN_BORN));
        assertEquals(Optional.empty(), level("other", ROBIN));
    }

    @Test
    void relationship_and_family_provider_are_kept_with_the_identification() {
        asking.byPhone("call", speakingAs(Relationship.SPOUSE, first("Robin")));
        assertEquals(
                Optional.of(new Identification(
                        ROBIN, IdentityLevel.CALLER_ID, Relationship.SPOUSE, Optional.of(Reception.SETHI))),
                reception.identities.identified(CLINIC, new CallId("call"), ROBIN));
    }

    private Optional<IdentityLevel> level(String call, PatientId patient) {
        return reception
                .identities
                .identified(CLINIC, new CallId(call), patient)
                .map(Identification::level);
    }

    private static Chart castellan(PatientId id, String first, String born) {
        return new Chart(
                id,
                new PatientName(first, "Castellan"),
                LocalDate.parse(born),
                Optional.empty(),
                List.of(CASTELLAN_HOME),
                Optional.empty(),
                false,
                false);
    }
}
