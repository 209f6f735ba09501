package ca.vitaravox.ports.patient;

import ca.vitaravox.ports.clinic.ClinicId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Driven port: which patients were verified in calls from which numbers, so that they are found again where the EMR
 * cannot search a number. It says where to look and proves nothing. Numbers are known by their
 * {@linkplain Fingerprints fingerprints} alone. Thread-safe, among all servers.
 */
public interface KnownCallers {
    /** At most this many patients are kept for one number; those seen last stay. */
    int MOST = 4;
    /** How long a number is known after a patient was last verified in a call from it. */
    Duration KEPT = Duration.ofDays(730);

    /** The patients known for this number, the one seen last first. */
    List<PatientId> of(ClinicId clinic, String number, Instant now);

    /** A patient was verified in a call from this number. */
    void seen(ClinicId clinic, String number, PatientId patient, Instant now);

    /** The EMR has no such patient any more. */
    void forget(ClinicId clinic, PatientId patient);

    /** The clinic works with another EMR from now on, in which its patients have other ids. */
    void forgetAll(ClinicId clinic);
}
