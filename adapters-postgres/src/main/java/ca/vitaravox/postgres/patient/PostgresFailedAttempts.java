package ca.vitaravox.postgres.patient;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.patient.FailedAttempts;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import ca.vitaravox.postgres.clinic.Columns;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Failed attempts. Whoever begins one first locks all it is counted by, and so waits for those begun at the same moment
 * and then counts them; the locks are taken in one order, so that nobody waits in a circle. None is kept waiting for the
 * database's disk: what is disclosed after an attempt is in the trail before, and takes it along.
 */
public final class PostgresFailedAttempts implements FailedAttempts {
    /** Until this transaction ends nobody else begins an attempt that is counted by one of these. */
    private static final String LOCK = """
            SELECT pg_advisory_xact_lock(lock)
              FROM (SELECT DISTINCT hashtextextended('attempt ' || :clinic || ' ' || what, 0) AS lock
                      FROM unnest(:counted) AS what ORDER BY lock) AS in_order
            """;

    private static final String BEGIN = """
            WITH counts AS (
                SELECT (SELECT count(*) FROM failed_attempts
                         WHERE clinic_id = :clinic AND call_id = :call) AS in_call,
                       (SELECT count(*) FROM failed_attempts
                         WHERE clinic_id = :clinic AND at > :hour_ago
                           AND caller IS NOT DISTINCT FROM CAST(:caller AS text)) AS from_caller,
                       (SELECT coalesce(max(attempts), 0)
                          FROM (SELECT count(*) AS attempts FROM failed_attempt_charts
                                 WHERE clinic_id = :clinic AND at > :day_ago AND patient_id = ANY (:charts)
                                 GROUP BY patient_id) AS charts) AS on_chart
            ),
            attempt AS (
                INSERT INTO failed_attempts (clinic_id, call_id, caller, at)
                SELECT :clinic, :call, :caller, :now FROM counts
                 WHERE in_call < :in_call AND from_caller < :from_caller AND on_chart < :on_chart
                RETURNING clinic_id, attempt_id, at
            ),
            aimed AS (
                INSERT INTO failed_attempt_charts (clinic_id, patient_id, attempt_id, at)
                SELECT clinic_id, patient_id, attempt_id, at FROM attempt, unnest(:charts) AS patient_id
            )
            SELECT attempt_id FROM attempt
            """;

    private static final String IS_ON = """
            WITH counts AS (
                SELECT coalesce(max(attempts), 0) AS on_chart
                  FROM (SELECT count(*) AS attempts FROM failed_attempt_charts
                         WHERE clinic_id = :clinic AND at > :day_ago AND patient_id = ANY (:charts)
                         GROUP BY patient_id) AS charts
            ),
            aimed AS (
                INSERT INTO failed_attempt_charts (clinic_id, patient_id, attempt_id, at)
                SELECT clinic_id, patient_id, attempt_id, at
                  FROM failed_attempts, unnest(:charts) AS patient_id, counts
                 WHERE clinic_id = :clinic AND attempt_id = :attempt AND on_chart < :most
            )
            SELECT on_chart < :most FROM counts
            """;

    private final ClinicTransactions transactions;

    /** The attempts at all clinics. */
    public PostgresFailedAttempts(ClinicTransactions transactions) {
        this.transactions = transactions.lightly();
    }

    @Override
    public Optional<Attempt> begin(
            ClinicId clinic,
            CallId call,
            Optional<PhoneNumber> caller,
            Set<PatientId> aim,
            Limits limits,
            Instant now) {
        String number = caller.map(PhoneNumber::e164).orElse(null);
        List<String> counted = Stream.concat(Stream.of("call " + call, "number " + number), ids(aim).stream())
                .toList();
        return transactions
                .queryLockedInClinic(
                        clinic,
                        LOCK,
                        BEGIN,
                        query -> query.bindArray("counted", String.class, counted)
                                .bind("call", call.value())
                                .bind("caller", number)
                                .bindArray("charts", String.class, ids(aim))
                                .bind("now", Columns.moment(now))
                                .bind("hour_ago", Columns.moment(now.minus(NUMBER_WINDOW)))
                                .bind("day_ago", Columns.moment(now.minus(CHART_WINDOW)))
                                .bind("in_call", limits.inCall())
                                .bind("from_caller", caller.isPresent() ? limits.fromNumber() : limits.fromWithheld())
                                .bind("on_chart", limits.onChart()),
                        row -> new Attempt(row.getLong("attempt_id")))
                .stream()
                .findFirst();
    }

    @Override
    public boolean isOn(ClinicId clinic, Attempt attempt, Set<PatientId> charts, int most, Instant now) {
        // asked also where there are none: that must not be told by how long it takes
        boolean open = transactions
                .queryLockedInClinic(
                        clinic,
                        LOCK,
                        IS_ON,
                        query -> query.bindArray("counted", String.class, ids(charts))
                                .bind("attempt", attempt.number())
                                .bindArray("charts", String.class, ids(charts))
                                .bind("day_ago", Columns.moment(now.minus(CHART_WINDOW)))
                                .bind("most", most),
                        row -> row.getBoolean(1))
                .get(0);
        return open || charts.isEmpty();
    }

    @Override
    public void withdraw(ClinicId clinic, Attempt attempt) {
        transactions.updateInClinic(
                clinic,
                "DELETE FROM failed_attempts WHERE clinic_id = :clinic AND attempt_id = :attempt",
                update -> update.bind("attempt", attempt.number()));
    }

    private static List<String> ids(Set<PatientId> charts) {
        return charts.stream().map(PatientId::value).toList();
    }
}
