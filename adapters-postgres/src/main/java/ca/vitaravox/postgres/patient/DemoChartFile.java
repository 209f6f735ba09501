package ca.vitaravox.postgres.patient;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.patient.Chart;
import ca.vitaravox.ports.patient.HealthNumber;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import ca.vitaravox.postgres.clinic.Columns;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Fills the demo EMR with charts, as its staff would. Each method is one transaction. Thread-safe. */
public final class DemoChartFile {
    private final ClinicTransactions transactions;

    /** The charts of all clinics that use the demo EMR. */
    public DemoChartFile(ClinicTransactions transactions) {
        this.transactions = transactions;
    }

    /** Puts an active patient's chart on file, in place of one with its id. */
    public void put(ClinicId clinic, Chart chart) {
        transactions.doInClinic(clinic, handle -> {
            remove(handle, clinic, chart.id());
            insert(handle, clinic, chart);
            insertPhones(handle, clinic, chart);
        });
    }

    /** The patient has left the clinic: the chart is no longer shown. */
    public void deactivate(ClinicId clinic, PatientId patient) {
        transactions.doInClinic(
                clinic,
                handle -> handle.createUpdate("""
                        UPDATE demo_charts SET active = false WHERE clinic_id = :clinic AND patient_id = :patient
                        """)
                        .bind("clinic", clinic.value())
                        .bind("patient", patient.value())
                        .execute());
    }

    /** From which numbers patients call, the first patient of each; 200 at most, by name. */
    public Map<PhoneNumber, String> callers(ClinicId clinic) {
        Map<PhoneNumber, String> callers = new LinkedHashMap<>();
        transactions.inClinic(
                clinic,
                handle -> handle.createQuery("""
                        SELECT phone, first_name || ' ' || last_name AS name
                          FROM demo_charts JOIN demo_chart_phones USING (clinic_id, patient_id)
                         WHERE clinic_id = :clinic AND active
                         ORDER BY last_folded, birth_date, patient_id, place LIMIT 200
                        """)
                        .bind("clinic", clinic.value())
                        .map((row, context) -> Optional.ofNullable(
                                callers.putIfAbsent(new PhoneNumber(row.getString("phone")), row.getString("name"))))
                        .list());
        return callers;
    }

    /** Removes all charts of a clinic. */
    public void clear(ClinicId clinic) {
        transactions.doInClinic(
                clinic,
                handle -> handle.createUpdate("DELETE FROM demo_charts WHERE clinic_id = :clinic")
                        .bind("clinic", clinic.value())
                        .execute());
    }

    private static void remove(Handle handle, ClinicId clinic, PatientId patient) {
        handle.createUpdate("DELETE FROM demo_charts WHERE clinic_id = :clinic AND patient_id = :patient")
                .bind("clinic", clinic.value())
                .bind("patient", patient.value())
                .execute();
    }

    private static void insert(Handle handle, ClinicId clinic, Chart chart) {
        Optional<HealthNumber> number = chart.healthNumber();
        handle.createUpdate("""
                        INSERT INTO demo_charts (
                            clinic_id, patient_id, first_name, last_name, first_folded, last_folded, birth_date,
                            health_number, health_number_version, health_number_issuer, family_provider,
                            email_on_file, address_on_file)
                        VALUES (
                            :clinic, :patient, :first, :last, :first_folded, :last_folded, :born,
                            :number, :version, :issuer, :provider, :email, :address)
                        """)
                .bind("clinic", clinic.value())
                .bind("patient", chart.id().value())
                .bind("first", chart.name().first())
                .bind("last", chart.name().last())
                .bind("first_folded", DemoChartRow.folded(chart.name().first()))
                .bind("last_folded", DemoChartRow.folded(chart.name().last()))
                .bind("born", chart.birthDate())
                .bind("number", number.map(HealthNumber::number).orElse(null))
                .bind("version", number.flatMap(HealthNumber::version).orElse(null))
                .bind("issuer", number.map(each -> Columns.word(each.issuer())).orElse(null))
                .bind("provider", chart.familyProvider().map(ProviderId::value).orElse(null))
                .bind("email", chart.emailOnFile())
                .bind("address", chart.addressOnFile())
                .execute();
    }

    private static void insertPhones(Handle handle, ClinicId clinic, Chart chart) {
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO demo_chart_phones (clinic_id, patient_id, place, phone)
                VALUES (:clinic, :patient, :place, :phone)
                """);
        int place = 0;
        for (PhoneNumber phone : chart.phones()) {
            batch.bind("clinic", clinic.value())
                    .bind("patient", chart.id().value())
                    .bind("place", place++)
                    .bind("phone", phone.e164())
                    .add();
        }
        batch.execute();
    }
}
