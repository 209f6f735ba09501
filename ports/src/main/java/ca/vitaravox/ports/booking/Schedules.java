package ca.vitaravox.ports.booking;

import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ProviderId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Driven port: when providers work, closures not taken out. Thread-safe. */
@FunctionalInterface
public interface Schedules {
    /**
     * Working times that begin on these days, sorted by start. Those of one provider may touch but do not overlap.
     *
     * @throws ca.vitaravox.ports.clinic.EmrUnavailableException if the schedule is an EMR's and it does not answer
     */
    List<WorkingTime> working(
            ClinicId clinic, Set<ProviderId> providers, LocalDate first, LocalDate last, Deadline deadline);
}
