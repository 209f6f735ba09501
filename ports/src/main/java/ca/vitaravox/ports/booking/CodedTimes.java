package ca.vitaravox.ports.booking;

import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ProviderId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Driven port: when providers work by the EMR's own schedule, each time with the EMR's code for it. Thread-safe. */
@FunctionalInterface
public interface CodedTimes {
    /**
     * The times that begin on these days of the clinic's calendar, sorted by start; none on the EMR's holidays. May be some
     * minutes old.
     *
     * @throws ca.vitaravox.ports.clinic.EmrUnavailableException if the EMR does not answer by the deadline
     */
    List<CodedTime> times(
            ClinicId clinic, Set<ProviderId> providers, LocalDate first, LocalDate last, Deadline deadline);
}
