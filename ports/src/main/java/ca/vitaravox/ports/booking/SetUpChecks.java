package ca.vitaravox.ports.booking;

import ca.vitaravox.ports.clinic.ClinicId;
import java.util.List;

/** Driven port: asks outside whether a clinic's calls could be answered, within some seconds. Thread-safe. */
public interface SetUpChecks {
    /** Whether it was ever set up at the voice platform from here, or is set up there by other means; asks nobody. */
    boolean hasAssistant(ClinicId clinic);

    /** What its EMR lacks, a sentence each that says what to do; empty if it would do its part. */
    List<String> emr(ClinicId clinic);

    /** What it lacks at the voice platform, likewise; empty also where that is set up by other means than ours. */
    List<String> assistant(ClinicId clinic);
}
