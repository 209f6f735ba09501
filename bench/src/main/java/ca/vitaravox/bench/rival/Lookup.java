package ca.vitaravox.bench.rival;

import java.sql.SQLException;
import java.util.Set;

/** Who calls, by their number and date of birth; counted while it may have been a guess, and in the trail. */
final class Lookup {
    private static final String LOCK = """
            SELECT pg_advisory_xact_lock(lock)
              FROM (SELECT DISTINCT hashtextextended('attempt ' || ? || ' ' || what, 0) AS lock
                      FROM unnest(?) AS what ORDER BY lock) AS in_order;
            """;
    private static final String BEGIN = LOCK + """
            WITH counts AS (
                SELECT (SELECT count(*) FROM failed_attempts WHERE clinic_id = ? AND call_id = ?) AS in_call,
                       (SELECT count(*) FROM failed_attempts
                         WHERE clinic_id = ? AND at > ? AND caller IS NOT DISTINCT FROM CAST(? AS text)) AS from_caller,
                       (SELECT coalesce(max(attempts), 0)
                          FROM (SELECT count(*) AS attempts FROM failed_attempt_charts
                                 WHERE clinic_id = ? AND at > ? AND patient_id = ANY (?)
                                 GROUP BY patient_id) AS charts) AS on_chart
            ),
            attempt AS (
                INSERT INTO failed_attempts (clinic_id, call_id, caller, at)
                SELECT ?, ?, ?, ? FROM counts WHERE in_call < 3 AND from_caller < 5 AND on_chart < 10
                RETURNING clinic_id, attempt_id, at
            ),
            aimed AS (
                INSERT INTO failed_attempt_charts (clinic_id, patient_id, attempt_id, at)
                SELECT clinic_id, patient_id, attempt_id, at FROM attempt, unnest(?) AS patient_id
            )
            SELECT attempt_id FROM attempt
            """;
    private static final String KNOWN = """
            SELECT patient_id FROM known_callers WHERE clinic_id = ? AND number = ? AND seen_at > ?
             ORDER BY seen_at DESC, patient_id LIMIT 5
            """;
    private static final String CHARTS = """
            SELECT c.*, ARRAY (SELECT phone FROM demo_chart_phones p
                                WHERE p.clinic_id = c.clinic_id AND p.patient_id = c.patient_id ORDER BY place) AS phones
              FROM demo_charts c
             WHERE clinic_id = ? AND active
               AND EXISTS (SELECT FROM demo_chart_phones p
                            WHERE p.clinic_id = c.clinic_id AND p.patient_id = c.patient_id AND p.phone = ?)
             LIMIT 50
            """;
    private static final String IS_ON = LOCK + """
            WITH counts AS (
                SELECT coalesce(max(attempts), 0) AS on_chart
                  FROM (SELECT count(*) AS attempts FROM failed_attempt_charts
                         WHERE clinic_id = ? AND at > ? AND patient_id = ANY (?) GROUP BY patient_id) AS charts
            ),
            aimed AS (
                INSERT INTO failed_attempt_charts (clinic_id, patient_id, attempt_id, at)
                SELECT clinic_id, patient_id, attempt_id, at FROM failed_attempts, unnest(?) AS patient_id, counts
                 WHERE clinic_id = ? AND attempt_id = ? AND on_chart < 10
            )
            SELECT on_chart < 10 FROM counts
            """;
    private static final String IDENTIFIED = """
            SELECT patient_id, level, relationship, family_provider FROM identifications
             WHERE clinic_id = ? AND call_id = ? AND patient_id = ?
            """;
    private static final String AUDIT = """
            INSERT INTO audit (
                clinic_id, at, call_id, relationship, job, user_id, session_id, action, chart, subject, result)
            VALUES (?, ?, ?, 'self', NULL, NULL, NULL, 'identify', ?, NULL, 'done')
            RETURNING position
            """;
    private static final String KEEP = """
            INSERT INTO identifications AS i (clinic_id, call_id, patient_id, level, relationship, family_provider, at)
            VALUES (?, ?, ?, 'verified', 'self', NULL, ?)
            ON CONFLICT (clinic_id, call_id, patient_id) DO UPDATE SET
                level = CASE WHEN i.level = 'verified' THEN i.level ELSE excluded.level END,
                relationship = excluded.relationship, family_provider = excluded.family_provider, at = excluded.at
            """;
    private static final String WITHDRAW = "DELETE FROM failed_attempts WHERE clinic_id = ? AND attempt_id = ?";
    private static final String SEEN = """
            INSERT INTO known_callers (clinic_id, number, patient_id, seen_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (clinic_id, number, patient_id) DO UPDATE SET seen_at = excluded.seen_at;
            DELETE FROM known_callers WHERE clinic_id = ? AND number = ? AND patient_id IN (
                SELECT patient_id FROM known_callers WHERE clinic_id = ? AND number = ?
                 ORDER BY seen_at DESC, patient_id OFFSET 5)
            """;
    private static final String OFFERS =
            "SELECT * FROM waitlist_offers WHERE clinic_id = ? AND live ORDER BY since, offer_id";
    private static final String[] NONE = {};

    /** What ours does not wait for until it is on the database's disk. */
    static final Set<String> NOT_TO_DISK = Set.of(BEGIN, IS_ON, KEEP, WITHDRAW, SEEN);

    private final Statements statements;
    private final String clinic;
    private final ToolCall call;

    Lookup(Statements statements, String clinic, ToolCall call) {
        this.statements = statements;
        this.clinic = clinic;
        this.call = call;
    }

    String patient() throws SQLException {
        String known = "+known" + call.caller();
        statements.first(clinic, 0, KNOWN, clinic, known, call.at());
        String[] counted = {"call " + call.call(), "number " + call.caller()};
        long attempt = Long.parseLong(statements
                .first(
                        clinic,
                        1,
                        BEGIN,
                        clinic,
                        counted,
                        clinic,
                        call.call(),
                        clinic,
                        call.at(),
                        call.caller(),
                        clinic,
                        call.at(),
                        NONE,
                        clinic,
                        call.call(),
                        call.caller(),
                        call.at(),
                        NONE)
                .orElseThrow());
        String patient = statements.column(clinic, CHARTS, "patient_id", clinic, call.caller());
        String[] charts = {patient};
        statements.first(clinic, 1, IS_ON, clinic, charts, clinic, call.at(), charts, charts, clinic, attempt);
        statements.first(clinic, 0, IDENTIFIED, clinic, call.call(), patient);
        statements.first(clinic, 0, AUDIT, clinic, call.at(), call.call(), patient);
        statements.first(clinic, 0, KEEP, clinic, call.call(), patient, call.at());
        statements.first(clinic, 0, WITHDRAW, clinic, attempt);
        statements.first(clinic, 1, SEEN, clinic, known, patient, call.at(), clinic, known, clinic, known);
        statements.first(clinic, 0, OFFERS, clinic);
        return patient;
    }
}
