package ca.vitaravox.ports.patient;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Driven port: attempts to be taken for a patient. Each counts as failed from its beginning until it is withdrawn, so
 * that attempts under way at the same time, on whichever servers, count each other, and one whose server died counts.
 * Thread-safe, among all servers.
 */
public interface FailedAttempts {
    /** How far back attempts from one number, and those of withheld numbers, count. */
    Duration NUMBER_WINDOW = Duration.ofHours(1);
    /** How far back attempts on one chart count. */
    Duration CHART_WINDOW = Duration.ofDays(1);

    /**
     * Begins an attempt, unless as many as there may be count already: each kind within its window before {@code now} (a
     * sliding one, its far end excluded).
     *
     * @param caller the calling number; empty when withheld
     * @param aim the names and numbers that were said, under ids that no chart has; may be empty
     * @return empty, and nothing is begun, if it would be one too many
     */
    Optional<Attempt> begin(
            ClinicId clinic, CallId call, Optional<PhoneNumber> caller, Set<PatientId> aim, Limits limits, Instant now);

    /**
     * An attempt turns out to be on these charts: it counts on each of them from now on.
     *
     * @param most how many others there may be on any one of them
     * @return false, and nothing is changed, if there are as many on one of them already
     */
    boolean isOn(ClinicId clinic, Attempt attempt, Set<PatientId> charts, int most, Instant now);

    /** An attempt did not fail: it counts nowhere any more. */
    void withdraw(ClinicId clinic, Attempt attempt);

    /**
     * An attempt that was begun.
     *
     * @param number its number within the clinic
     */
    record Attempt(long number) {}

    /**
     * How many failed attempts there may be before the next is one too many.
     *
     * @param inCall in one phone call
     * @param fromNumber from one calling number within {@link #NUMBER_WINDOW}
     * @param fromWithheld in one clinic from withheld numbers within {@link #NUMBER_WINDOW}
     * @param onChart on one chart, or on one name or number said, from anywhere, within {@link #CHART_WINDOW}
     */
    record Limits(int inCall, int fromNumber, int fromWithheld, int onChart) {}
}
