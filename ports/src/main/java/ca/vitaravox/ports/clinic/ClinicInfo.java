package ca.vitaravox.ports.clinic;

/** Use case: what anybody may know about a clinic. Thread-safe. */
public interface ClinicInfo {
    /** The clinic's settings and whether it is open now. */
    ClinicStatus status(ClinicId clinic);
}
