package ca.vitaravox.postgres.patient;

import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.patient.Chart;
import ca.vitaravox.ports.patient.HealthNumber;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.patient.PatientName;
import ca.vitaravox.postgres.clinic.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** How a chart of the demo EMR is kept. */
final class DemoChartRow {
    private DemoChartRow() {}

    static Chart read(ResultSet row) throws SQLException {
        return new Chart(
                new PatientId(row.getString("patient_id")),
                new PatientName(row.getString("first_name"), row.getString("last_name")),
                row.getObject("birth_date", LocalDate.class),
                healthNumber(row),
                Columns.texts(row, "phones").stream().map(PhoneNumber::new).toList(),
                Columns.someText(row, "family_provider").map(ProviderId::new),
                row.getBoolean("email_on_file"),
                row.getBoolean("address_on_file"));
    }

    private static Optional<HealthNumber> healthNumber(ResultSet row) throws SQLException {
        String number = row.getString("health_number");
        return number == null
                ? Optional.empty()
                : Optional.of(new HealthNumber(
                        number,
                        Columns.someText(row, "health_number_version"),
                        Columns.constant(HealthNumber.Issuer.class, row.getString("health_number_issuer"))));
    }

    /** A name as it is searched by: lower case, accents taken off. */
    static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
