package ca.vitaravox.ports.patient;

import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.clinic.ClinicId;
import java.util.List;
import java.util.Optional;

/** Driven port: the charts of a clinic's EMR, active patients only. Thread-safe. */
public interface Charts {
    /** At most this many charts are found at once; a search that would find more finds these. */
    int MOST_FOUND = 50;

    /**
     * The charts a query finds, at most {@link #MOST_FOUND}, in no particular order.
     *
     * @throws ca.vitaravox.ports.clinic.EmrUnavailableException if the EMR does not answer by the deadline
     */
    List<Chart> search(ClinicId clinic, ChartQuery query, Deadline deadline);

    /**
     * One chart.
     *
     * @return empty if there is none of that id
     * @throws ca.vitaravox.ports.clinic.EmrUnavailableException if the EMR does not answer by the deadline
     */
    Optional<Chart> chart(ClinicId clinic, PatientId patient, Deadline deadline);
}
