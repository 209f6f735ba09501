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
     * The charts a query finds, at most {@link #MOST_FOUND}, in no particular order. Ids, names, dates of birth, health
     * numbers and main telephone numbers are as on file; what else an EMR does not tell in a search is left out, and
     * {@link #chart} has it.
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

    /**
     * Makes the chart of a new, active patient, and looks for no other of the same person: an EMR is trusted to check
     * nothing. One request that writes, never repeated by itself, and never an exception for an EMR's failure: whatever
     * is not certainly {@link ChartResult.Made} or certainly {@link ChartResult.NotMade} is {@link ChartResult.Unknown},
     * an error after which the chart may be there (as OSCAR's 500) among it. Past the deadline nothing is sent.
     *
     * <p>A chart that was made is found at once by {@link #search}, by its date of birth, name, health number and phone,
     * and shown by {@link #chart} with exactly that name, date of birth and health number; also one whose making was not
     * answered, once it is there. What an EMR has no field for (the version of a health card, a sex that it does not
     * know) may be left out; nothing is cut short: what does not fit is not made.
     */
    ChartResult register(ClinicId clinic, NewPatient patient, Deadline deadline);
}
