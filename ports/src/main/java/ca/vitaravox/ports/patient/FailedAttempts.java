package ca.vitaravox.ports.patient;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Driven port: attempts to be taken for a patient that failed. Thread-safe. */
public interface FailedAttempts {
    /** How far back attempts from one number, and those of withheld numbers, count. */
    Duration NUMBER_WINDOW = Duration.ofHours(1);
    /** How far back attempts on one chart count. */
    Duration CHART_WINDOW = Duration.ofDays(1);

    /**
     * Failed attempts so far, each within its window before {@code now} (a sliding one, its far end excluded).
     *
     * @param charts the charts the caller seems to be after, and, under ids that no chart has, the names and numbers
     *     that were said; may be empty
     */
    Counts count(ClinicId clinic, CallId call, Optional<PhoneNumber> caller, Set<PatientId> charts, Instant now);

    /** Records one failed attempt, on these charts, as far as known, and on what was said. */
    void add(ClinicId clinic, CallId call, Optional<PhoneNumber> caller, Set<PatientId> charts, Instant now);

    /**
     * Failed attempts counted four ways.
     *
     * @param inCall in this phone call
     * @param fromNumber from the calling number within {@link #NUMBER_WINDOW}; 0 when withheld
     * @param fromWithheld in this clinic from withheld numbers within {@link #NUMBER_WINDOW}; 0 when not withheld
     * @param onChart on that one of the charts with most, from anywhere, within {@link #CHART_WINDOW}
     */
    record Counts(int inCall, int fromNumber, int fromWithheld, int onChart) {}
}
