package ca.vitaravox.domain.patient;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.patient.Identification;
import ca.vitaravox.ports.patient.IdentityLedger;
import ca.vitaravox.ports.patient.IdentityLevel;
import ca.vitaravox.ports.patient.PatientId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps identifications in memory for as long as it lives: for tests, and for a tool that is one process. */
public final class InMemoryIdentityLedger implements IdentityLedger {
    private final Map<Key, Identification> identified = new ConcurrentHashMap<>();

    /** A ledger in which nobody is identified. */
    public InMemoryIdentityLedger() {}

    private record Key(ClinicId clinic, CallId call, PatientId patient) {}

    @Override
    public Optional<Identification> identified(ClinicId clinic, CallId call, PatientId patient) {
        return Optional.ofNullable(identified.get(new Key(clinic, call, patient)));
    }

    @Override
    public void keep(ClinicId clinic, CallId call, Identification identification, Instant now) {
        Key key = new Key(clinic, call, identification.patient());
        identified.merge(key, identification, InMemoryIdentityLedger::atLeastAsSure);
    }

    private static Identification atLeastAsSure(Identification before, Identification now) {
        IdentityLevel level = before.reaches(now.level()) ? before.level() : now.level();
        return new Identification(now.patient(), level, now.relationship(), now.familyProvider());
    }
}
