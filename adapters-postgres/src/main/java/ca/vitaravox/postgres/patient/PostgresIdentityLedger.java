package ca.vitaravox.postgres.patient;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.patient.Identification;
import ca.vitaravox.ports.patient.IdentityLedger;
import ca.vitaravox.ports.patient.IdentityLevel;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import ca.vitaravox.postgres.clinic.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * Who was identified in which call. Does not wait for the database's disk: at worst a caller is asked again.
 */
public final class PostgresIdentityLedger implements IdentityLedger {
    private final ClinicTransactions transactions;

    /** The ledger of all clinics. */
    public PostgresIdentityLedger(ClinicTransactions transactions) {
        this.transactions = transactions.lightly();
    }

    @Override
    public Optional<Identification> identified(ClinicId clinic, CallId call, PatientId patient) {
        return transactions
                .queryInClinic(
                        clinic,
                        """
                        SELECT patient_id, level, relationship, family_provider FROM identifications
                         WHERE clinic_id = :clinic AND call_id = :call AND patient_id = :patient
                        """,
                        query -> query.bind("call", call.value()).bind("patient", patient.value()),
                        row -> read(row))
                .stream()
                .findFirst();
    }

    private static Identification read(ResultSet row) throws SQLException {
        return new Identification(
                new PatientId(row.getString("patient_id")),
                Columns.constant(IdentityLevel.class, row.getString("level")),
                Columns.constant(Relationship.class, row.getString("relationship")),
                Columns.someText(row, "family_provider").map(ProviderId::new));
    }

    @Override
    public void keep(ClinicId clinic, CallId call, Identification identification, Instant now) {
        transactions.updateInClinic(
                clinic,
                """
                        INSERT INTO identifications AS i (
                            clinic_id, call_id, patient_id, level, relationship, family_provider, at)
                        VALUES (:clinic, :call, :patient, :level, :relationship, :provider, :now)
                        ON CONFLICT (clinic_id, call_id, patient_id) DO UPDATE SET
                            level = CASE WHEN i.level = 'verified' THEN i.level ELSE excluded.level END,
                            relationship = excluded.relationship,
                            family_provider = excluded.family_provider,
                            at = excluded.at
                        """,
                update -> update.bind("call", call.value())
                        .bind("patient", identification.patient().value())
                        .bind("level", Columns.word(identification.level()))
                        .bind("relationship", Columns.word(identification.relationship()))
                        .bind(
                                "provider",
                                identification
                                        .familyProvider()
                                        .map(ProviderId::value)
                                        .orElse(null))
                        .bind("now", Columns.moment(now)));
    }
}
