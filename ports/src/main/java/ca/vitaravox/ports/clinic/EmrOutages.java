package ca.vitaravox.ports.clinic;

/** Which clinics' EMRs are out of order, so that nobody is told to try again what cannot work. Thread-safe. */
@FunctionalInterface
public interface EmrOutages {
    /** Of EMRs of which nothing is known: each is asked, however often it failed. */
    EmrOutages NONE = clinic -> false;

    /**
     * Whether nothing is sent to the clinic's EMR for now: it failed too often of late, or refused us until somebody
     * connects it anew. Told from memory, without asking it.
     */
    boolean isLeftAlone(ClinicId clinic);
}
