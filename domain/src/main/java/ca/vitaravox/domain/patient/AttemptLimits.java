package ca.vitaravox.domain.patient;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.patient.FailedAttempts;
import ca.vitaravox.ports.patient.PatientId;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;

/**
 * How many failed attempts close identification. Caller id can be forged and birth dates guessed; a guesser has to be
 * stopped long before a guess succeeds, a confused caller should not be.
 */
final class AttemptLimits {
    private static final int IN_CALL = 3;
    private static final int FROM_NUMBER_IN_AN_HOUR = 5;
    private static final int ON_CHART_IN_A_DAY = 10;
    private static final int FROM_WITHHELD_IN_AN_HOUR = 20;

    private final FailedAttempts failures;
    private final InstantSource clock;

    AttemptLimits(FailedAttempts failures, InstantSource clock) {
        this.failures = failures;
        this.clock = clock;
    }

    /** Whether an attempt on these is one too many. */
    boolean closed(CallContext call, Set<PatientId> on) {
        FailedAttempts.Counts failed = failures.count(call.clinic(), call.call(), call.caller(), on, clock.instant());
        return failed.inCall() >= IN_CALL
                || failed.fromNumber() >= FROM_NUMBER_IN_AN_HOUR
                || failed.onChart() >= ON_CHART_IN_A_DAY
                || failed.fromWithheld() >= FROM_WITHHELD_IN_AN_HOUR;
    }

    /** An attempt failed: on what was said, and on these charts. */
    void failed(CallContext call, Set<PatientId> aim, Set<PatientId> charts) {
        Set<PatientId> on = new HashSet<>(aim);
        on.addAll(charts);
        failures.add(call.clinic(), call.call(), call.caller(), on, clock.instant());
    }
}
