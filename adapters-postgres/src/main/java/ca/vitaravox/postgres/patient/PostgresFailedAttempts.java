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
import org.jdbi.v3.core.statement.SqlStatement;

/** Failed attempts, counted four ways in one query. */
public final class PostgresFailedAttempts implements FailedAttempts {
    private final ClinicTransactions transactions;

    /** The attempts at all clinics. */
    public PostgresFailedAttempts(ClinicTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Counts count(
            ClinicId clinic, CallId call, Optional<PhoneNumber> caller, Set<PatientId> charts, Instant now) {
        return transactions.inClinic(
                clinic,
                handle -> bind(handle.createQuery("""
                                SELECT (SELECT count(*) FROM failed_attempts
                                         WHERE clinic_id = :clinic AND call_id = :call) AS in_call,
                                       (SELECT count(*) FROM failed_attempts
                                         WHERE clinic_id = :clinic AND at > :hour_ago
                                           AND caller IS NOT DISTINCT FROM CAST(:caller AS text)) AS from_caller,
                                       (SELECT coalesce(max(attempts), 0)
                                          FROM (SELECT count(*) AS attempts FROM failed_attempt_charts
                                                 WHERE clinic_id = :clinic AND at > :day_ago
                                                   AND patient_id = ANY (:charts)
                                                 GROUP BY patient_id) AS charts) AS on_chart
                                """), clinic, call, caller, charts)
                        .bind("hour_ago", Columns.moment(now.minus(NUMBER_WINDOW)))
                        .bind("day_ago", Columns.moment(now.minus(CHART_WINDOW)))
                        .map((row, context) -> new Counts(
                                row.getInt("in_call"),
                                caller.isPresent() ? row.getInt("from_caller") : 0,
                                caller.isPresent() ? 0 : row.getInt("from_caller"),
                                row.getInt("on_chart")))
                        .one());
    }

    @Override
    public void add(ClinicId clinic, CallId call, Optional<PhoneNumber> caller, Set<PatientId> charts, Instant now) {
        transactions.doInClinic(
                clinic,
                handle -> bind(handle.createUpdate("""
                                WITH attempt AS (
                                    INSERT INTO failed_attempts (clinic_id, call_id, caller, at)
                                    VALUES (:clinic, :call, :caller, :now)
                                    RETURNING clinic_id, attempt_id, at
                                )
                                INSERT INTO failed_attempt_charts (clinic_id, patient_id, attempt_id, at)
                                SELECT clinic_id, patient_id, attempt_id, at FROM attempt, unnest(:charts) AS patient_id
                                """), clinic, call, caller, charts)
                        .bind("now", Columns.moment(now))
                        .execute());
    }

    private static <S extends SqlStatement<S>> S bind(
            S statement, ClinicId clinic, CallId call, Optional<PhoneNumber> caller, Set<PatientId> charts) {
        List<String> ids = charts.stream().map(PatientId::value).toList();
        return statement
                .bind("clinic", clinic.value())
                .bind("call", call.value())
                .bind("caller", caller.map(PhoneNumber::e164).orElse(null))
                .bindArray("charts", String.class, ids);
    }
}
