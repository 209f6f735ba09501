package ca.vitaravox.domain.patient;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.patient.FailedAttempts;
import ca.vitaravox.ports.patient.FailedAttempts.Attempt;
import ca.vitaravox.ports.patient.FailedAttempts.Limits;
import ca.vitaravox.ports.patient.PatientId;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/**
 * How many failed attempts close identification. Caller id can be forged and birth dates guessed; a guesser has to be
 * stopped long before a guess succeeds, a confused caller should not be. Thread-safe.
 */
final class AttemptLimits {
    private static final int IN_CALL = 3;
    private static final int FROM_NUMBER_IN_AN_HOUR = 5;
    private static final int ON_CHART_IN_A_DAY = 10;
    private static final int FROM_WITHHELD_IN_AN_HOUR = 20;
    private static final Limits LIMITS =
            new Limits(IN_CALL, FROM_NUMBER_IN_AN_HOUR, FROM_WITHHELD_IN_AN_HOUR, ON_CHART_IN_A_DAY);

    private final FailedAttempts failures;
    private final InstantSource clock;

    AttemptLimits(FailedAttempts failures, InstantSource clock) {
        this.failures = failures;
        this.clock = clock;
    }

    /** Begins an attempt on what was said; empty if identification is closed. */
    Optional<Attempt> begin(CallContext call, Set<PatientId> aim) {
        return failures.begin(call.clinic(), call.call(), call.caller(), aim, LIMITS, clock.instant());
    }

    /** Whether the attempt may be on these charts, on which it counts from now on; else it is withdrawn. */
    boolean mayBeOn(CallContext call, Attempt attempt, Set<PatientId> charts) {
        if (failures.isOn(call.clinic(), attempt, charts, ON_CHART_IN_A_DAY, clock.instant())) {
            return true;
        }
        withdraw(call, attempt);
        return false;
    }

    /** The attempt was none, or succeeded. */
    void withdraw(CallContext call, Attempt attempt) {
        failures.withdraw(call.clinic(), attempt);
    }
}
