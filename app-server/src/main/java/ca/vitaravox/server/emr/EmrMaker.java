package ca.vitaravox.server.emr;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.EmrSettings;

/** Makes EMRs of one kind from clinics' settings. Thread-safe. */
@FunctionalInterface
public interface EmrMaker {
    /**
     * The clinic's EMR; nothing is sent before it is asked something.
     *
     * @throws ca.vitaravox.ports.clinic.EmrUnavailableException if it cannot be reached with these settings
     */
    ClinicEmr make(ClinicId clinic, EmrSettings settings);
}
