package ca.vitaravox.postgres.patient;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.patient.EmailAddress;
import ca.vitaravox.ports.patient.HealthNumber;
import ca.vitaravox.ports.patient.NewPatient;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.patient.PostalAddress;
import ca.vitaravox.postgres.clinic.Columns;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** How a chart of the demo EMR is made: under the next number, whoever else has one. */
final class DemoNewChart {
    private static final String INSERT = """
            WITH made AS (
                INSERT INTO demo_charts (
                    clinic_id, patient_id, first_name, last_name, first_folded, last_folded, birth_date, sex,
                    health_number, health_number_version, health_number_issuer, email_on_file, address_on_file,
                    email, street, city, province, postal_code)
                VALUES (
                    :clinic, nextval('demo_chart_numbers')::text, :first, :last, :first_folded, :last_folded, :born,
                    :sex, :number, :version, :issuer, :email IS NOT NULL, :street IS NOT NULL,
                    :email, :street, :city, :province, :postal_code)
                RETURNING clinic_id, patient_id
            )
            INSERT INTO demo_chart_phones (clinic_id, patient_id, place, phone)
            SELECT clinic_id, patient_id, 0, :phone FROM made
            RETURNING patient_id
            """;

    private DemoNewChart() {}

    static PatientId insert(Handle handle, ClinicId clinic, NewPatient patient) {
        Optional<HealthNumber> number = patient.healthNumber();
        Optional<PostalAddress> address = patient.address();
        return handle.createQuery(INSERT)
                .bind("clinic", clinic.value())
                .bind("first", patient.name().first())
                .bind("last", patient.name().last())
                .bind("first_folded", DemoChartRow.folded(patient.name().first()))
                .bind("last_folded", DemoChartRow.folded(patient.name().last()))
                .bind("born", patient.birthDate())
                .bind("sex", Columns.word(patient.sex()))
                .bind("number", number.map(HealthNumber::number).orElse(null))
                .bind("version", number.flatMap(HealthNumber::version).orElse(null))
                .bind("issuer", number.map(each -> Columns.word(each.issuer())).orElse(null))
                .bind("email", patient.email().map(EmailAddress::value).orElse(null))
                .bind("street", address.map(PostalAddress::street).orElse(null))
                .bind("city", address.map(PostalAddress::city).orElse(null))
                .bind("province", address.map(each -> each.province().name()).orElse(null))
                .bind(
                        "postal_code",
                        address.map(each -> each.postalCode().value()).orElse(null))
                .bind("phone", patient.phone().e164())
                .map((row, context) -> new PatientId(row.getString("patient_id")))
                .one();
    }
}
