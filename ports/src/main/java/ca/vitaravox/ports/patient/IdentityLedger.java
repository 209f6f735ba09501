package ca.vitaravox.ports.patient;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.clinic.ClinicId;
import java.time.Instant;
import java.util.Optional;

/** Driven port: who was identified in which phone call. What one call knows, no other call does. Thread-safe. */
public interface IdentityLedger {
    /** How this patient was identified in this call, if at all. */
    Optional<Identification> identified(ClinicId clinic, CallId call, PatientId patient);

    /** Keeps an identification; a level reached before in the call is never lowered, all else is replaced. */
    void keep(ClinicId clinic, CallId call, Identification identification, Instant now);
}
