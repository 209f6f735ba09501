package ca.vitaravox.ports.contract.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.contract.Clinics;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.ports.patient.Identification;
import ca.vitaravox.ports.patient.IdentityLedger;
import ca.vitaravox.ports.patient.IdentityLevel;
import ca.vitaravox.ports.patient.PatientId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link IdentityLedger} promises. */
public abstract class IdentityLedgerContract implements Clinics {
    private static final Instant NOW = Instant.parse("2026-03-02T17:00:00Z");
    private static final PatientId ROBIN = new PatientId("1");
    private static final PatientId NOA = new PatientId("2");

    private IdentityLedger ledger;
    private ClinicId clinic;
    private CallId call;

    /** The ledger. */
    protected abstract IdentityLedger identityLedger();

    @BeforeEach
    void open() {
        ledger = identityLedger();
        clinic = newClinic();
        call = Fresh.call();
    }

    private Identification keep(PatientId patient, IdentityLevel level, Relationship relationship) {
        return keep(new Identification(patient, level, relationship, Optional.empty()));
    }

    private Identification keep(Identification identification) {
        ledger.keep(clinic, call, identification, NOW);
        return identification;
    }

    @Test
    void nobody_is_identified_at_first() {
        assertEquals(Optional.empty(), ledger.identified(clinic, call, ROBIN));
    }

    @Test
    void an_identification_is_kept() {
        Identification kept = keep(ROBIN, IdentityLevel.CALLER_ID, Relationship.PARENT);
        assertEquals(Optional.of(kept), ledger.identified(clinic, call, ROBIN));
    }

    @Test
    void several_patients_may_be_identified_in_one_call() {
        Identification robin = keep(ROBIN, IdentityLevel.VERIFIED, Relationship.SELF);
        Identification noa = keep(NOA, IdentityLevel.CALLER_ID, Relationship.PARENT);
        assertEquals(Optional.of(robin), ledger.identified(clinic, call, ROBIN));
        assertEquals(Optional.of(noa), ledger.identified(clinic, call, NOA));
    }

    @Test
    void a_level_is_raised() {
        keep(ROBIN, IdentityLevel.CALLER_ID, Relationship.SELF);
        Identification verified = keep(ROBIN, IdentityLevel.VERIFIED, Relationship.SELF);
        assertEquals(Optional.of(verified), ledger.identified(clinic, call, ROBIN));
    }

    @Test
    void a_level_reached_is_never_lowered_while_all_else_is_replaced() {
        Optional<ProviderId> sethi = Optional.of(new ProviderId("101"));
        Optional<ProviderId> wexford = Optional.of(new ProviderId("902"));
        keep(new Identification(ROBIN, IdentityLevel.VERIFIED, Relationship.SELF, sethi));
        keep(new Identification(ROBIN, IdentityLevel.CALLER_ID, Relationship.SPOUSE, wexford));
        Identification both = new Identification(ROBIN, IdentityLevel.VERIFIED, Relationship.SPOUSE, wexford);
        assertEquals(Optional.of(both), ledger.identified(clinic, call, ROBIN));
        keep(ROBIN, IdentityLevel.CALLER_ID, Relationship.SELF);
        assertEquals(
                Optional.empty(),
                ledger.identified(clinic, call, ROBIN).orElseThrow().familyProvider());
    }

    @Test
    void what_one_call_knows_no_other_call_or_clinic_does() {
        keep(ROBIN, IdentityLevel.VERIFIED, Relationship.SELF);
        assertEquals(Optional.empty(), ledger.identified(clinic, Fresh.call(), ROBIN));
        assertEquals(Optional.empty(), ledger.identified(newClinic(), call, ROBIN));
    }
}
