package ca.vitaravox.postgres.patient;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.patient.KnownCallers;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import ca.vitaravox.postgres.clinic.Columns;
import java.time.Instant;
import java.util.List;

/** Who was verified in calls from which numbers. */
public final class PostgresKnownCallers implements KnownCallers {
    /** The second sees what the first has written. */
    private static final String SEEN = """
            INSERT INTO known_callers (clinic_id, number, patient_id, seen_at)
            VALUES (:clinic, :number, :patient, :now)
            ON CONFLICT (clinic_id, number, patient_id) DO UPDATE SET seen_at = excluded.seen_at;
            DELETE FROM known_callers
             WHERE clinic_id = :clinic AND number = :number AND patient_id IN (
                   SELECT patient_id FROM known_callers
                    WHERE clinic_id = :clinic AND number = :number
                    ORDER BY seen_at DESC, patient_id OFFSET :most)
            """;

    private final ClinicTransactions transactions;
    /** For callers that are seen; that they are forgotten has to last. */
    private final ClinicTransactions lightly;

    /** The callers of all clinics. */
    public PostgresKnownCallers(ClinicTransactions transactions) {
        this.transactions = transactions;
        this.lightly = transactions.lightly();
    }

    @Override
    public List<PatientId> of(ClinicId clinic, String number, Instant now) {
        return transactions.queryInClinic(
                clinic,
                """
                SELECT patient_id FROM known_callers
                 WHERE clinic_id = :clinic AND number = :number AND seen_at > :oldest
                 ORDER BY seen_at DESC, patient_id LIMIT :most
                """,
                query -> query.bind("number", number)
                        .bind("oldest", Columns.moment(now.minus(KEPT)))
                        .bind("most", MOST),
                row -> new PatientId(row.getString("patient_id")));
    }

    @Override
    public void seen(ClinicId clinic, String number, PatientId patient, Instant now) {
        lightly.updateInClinic(
                clinic,
                SEEN,
                update -> update.bind("number", number)
                        .bind("patient", patient.value())
                        .bind("now", Columns.moment(now))
                        .bind("most", MOST));
    }

    @Override
    public void forget(ClinicId clinic, PatientId patient) {
        transactions.doInClinic(
                clinic,
                handle -> handle.createUpdate(
                                "DELETE FROM known_callers WHERE clinic_id = :clinic AND patient_id = :patient")
                        .bind("clinic", clinic.value())
                        .bind("patient", patient.value())
                        .execute());
    }

    @Override
    public void forgetAll(ClinicId clinic) {
        transactions.doInClinic(
                clinic,
                handle -> handle.createUpdate("DELETE FROM known_callers WHERE clinic_id = :clinic")
                        .bind("clinic", clinic.value())
                        .execute());
    }
}
