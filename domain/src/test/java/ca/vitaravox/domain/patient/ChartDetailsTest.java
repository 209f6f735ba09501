package ca.vitaravox.domain.patient;

import static ca.vitaravox.domain.Reception.CLINIC;
import static ca.vitaravox.domain.Reception.NOA;
import static ca.vitaravox.domain.Reception.ROBIN;
import static ca.vitaravox.domain.Reception.SETHI;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import ca.vitaravox.domain.Reception;
import ca.vitaravox.domain.emr.Request;
import ca.vitaravox.domain.emr.Trouble;
import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.audit.AuditEntry;
import ca.vitaravox.ports.audit.AuditResult;
import ca.vitaravox.ports.clinic.Provider;
import ca.vitaravox.ports.patient.DetailsResult;
import ca.vitaravox.ports.patient.IdentityLevel;
import ca.vitaravox.ports.patient.PatientId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChartDetailsTest {
    private final Reception reception = new Reception();

    private DetailsResult details(PatientId patient) {
        return reception.desk.patientLookup().details(reception.call("call"), patient);
    }

    @Test
    void a_verified_patient_calling_for_themselves_is_shown_their_chart() {
        reception.identified("call", ROBIN, IdentityLevel.VERIFIED, Relationship.SELF);
        DetailsResult.Details shown = assertInstanceOf(DetailsResult.Details.class, details(ROBIN));
        assertEquals(ROBIN, shown.chart().id());
        assertEquals(Optional.of(SETHI), shown.familyProvider().map(Provider::id));
    }

    @Test
    void what_is_shown_is_in_the_trail() {
        reception.identified("call", ROBIN, IdentityLevel.VERIFIED, Relationship.SELF);
        details(ROBIN);
        AuditEntry entry = reception.trail(AuditAction.VIEW_CHART).get(0);
        assertEquals(Optional.of(ROBIN.value()), entry.chart());
        assertEquals(AuditResult.DONE, entry.result());
    }

    @Test
    void the_calling_number_opens_no_chart() {
        reception.identified("call", ROBIN, IdentityLevel.CALLER_ID, Relationship.SELF);
        assertEquals(new DetailsResult.NotVerified(), details(ROBIN));
        assertNothingRead();
    }

    @Test
    void being_verified_for_one_opens_no_other_chart() {
        reception.identified("call", ROBIN, IdentityLevel.VERIFIED, Relationship.SELF);
        assertEquals(new DetailsResult.NotVerified(), details(NOA));
        assertNothingRead();
    }

    @ParameterizedTest
    @EnumSource(
            value = Relationship.class,
            names = {"PARENT", "SPOUSE", "CAREGIVER", "OTHER"})
    void nobody_calling_for_a_patient_is_shown_the_chart(Relationship relationship) {
        reception.identified("call", NOA, IdentityLevel.VERIFIED, relationship);
        assertEquals(new DetailsResult.NotForOthers(), details(NOA));
        assertNothingRead();
    }

    private void assertNothingRead() {
        assertEquals(0, reception.emr.count(Request.CHART));
        assertEquals(List.of(), reception.trail(AuditAction.VIEW_CHART));
    }

    @Test
    void a_family_provider_the_clinic_does_not_know_is_left_out() {
        reception.settings(draft -> draft.providers = draft.providers.stream()
                .filter(provider -> !provider.id().equals(SETHI))
                .toList());
        reception.identified("call", ROBIN, IdentityLevel.VERIFIED, Relationship.SELF);
        DetailsResult.Details shown = assertInstanceOf(DetailsResult.Details.class, details(ROBIN));
        assertEquals(Optional.empty(), shown.familyProvider());
    }

    @Test
    void a_chart_that_is_gone_is_not_shown() {
        reception.identified("call", ROBIN, IdentityLevel.VERIFIED, Relationship.SELF);
        reception.emr.deactivate(CLINIC, ROBIN);
        assertEquals(new DetailsResult.NotVerified(), details(ROBIN));
    }

    @Test
    void an_emr_that_does_not_answer_shows_nothing() {
        reception.identified("call", ROBIN, IdentityLevel.VERIFIED, Relationship.SELF);
        reception.emr.trouble(Trouble.SILENT);
        assertEquals(new DetailsResult.EmrUnavailable(), details(ROBIN));
        assertEquals(List.of(), reception.trail(AuditAction.VIEW_CHART));
    }
}
