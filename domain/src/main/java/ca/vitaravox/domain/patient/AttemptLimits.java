package ca.vitaravox.domain.patient;

import ca.vitaravox.ports.patient.FailedAttempts;

/**
 * How many failed attempts close identification. Caller id can be forged and birth dates guessed; a guesser has to be
 * stopped long before a guess succeeds, a confused caller should not be.
 */
final class AttemptLimits {
    static final int IN_CALL = 3;
    static final int FROM_NUMBER_IN_AN_HOUR = 5;
    static final int ON_CHART_IN_A_DAY = 10;
    static final int FROM_WITHHELD_IN_AN_HOUR = 20;

    private AttemptLimits() {}

    static boolean closed(FailedAttempts.Counts failed) {
        return failed.inCall() >= IN_CALL
                || failed.fromNumber() >= FROM_NUMBER_IN_AN_HOUR
                || failed.onChart() >= ON_CHART_IN_A_DAY
                || failed.fromWithheld() >= FROM_WITHHELD_IN_AN_HOUR;
    }
}
