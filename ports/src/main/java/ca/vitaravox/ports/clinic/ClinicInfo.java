package ca.vitaravox.ports.clinic;

/** Use case: what anybody may know about a clinic. Thread-safe. */
public interface ClinicInfo {
    /** The clinic's settings. */
    Clinic clinic(ClinicId clinic);

    /** The clinic's settings and whether it is open now; a holiday is named in this language. */
    ClinicStatus status(ClinicId clinic, Language language);
}
