package ca.vitaravox.domain.simulation;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.patient.LookupResult;
import ca.vitaravox.ports.patient.PatientLookup;
import java.util.Optional;

/** To be recognised as a patient, with a birth date or without. */
record LookUp(int patient, boolean withBirthDate) implements Errand<LookupResult> {
    @Override
    public boolean isFinal(LookupResult answer) {
        return !(answer instanceof LookupResult.EmrUnavailable);
    }

    @Override
    public LookupResult ask(Receptionist desk, CallContext call) {
        return desk.patientLookup()
                .byPhone(
                        call,
                        new PatientLookup.ByPhone(
                                Optional.empty(),
                                Optional.of(Town.PATIENTS.get(patient)),
                                withBirthDate ? Optional.of(Town.BORN) : Optional.empty(),
                                Optional.empty(),
                                Relationship.SELF));
    }
}
