package ca.vitaravox.ports.call;

import ca.vitaravox.ports.clinic.ClinicId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Driven port: figures of calls, kept by day: they are counted when something changed, and added up when they are asked
 * for, however many calls there are. Thread-safe.
 */
public interface CallFigures {
    /** How long after a change at the latest the figures of all clinics have it, while servers run. */
    Duration LATE = Duration.ofMinutes(1);

    /** Of a clinic, both days included, with all that is known by now. */
    Figures of(ClinicId clinic, LocalDate first, LocalDate last);

    /** Of all clinics together, as they were last counted. */
    Figures ofAll(LocalDate first, LocalDate last);

    /**
     * Counts anew what changed before a moment, of one clinic at a time.
     *
     * @return how many days were counted; none if nothing is left to be
     */
    int count(Instant before);
}
