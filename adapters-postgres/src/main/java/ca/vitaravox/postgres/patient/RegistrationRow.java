package ca.vitaravox.postgres.patient;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.patient.Consent;
import ca.vitaravox.ports.patient.PatientName;
import ca.vitaravox.ports.patient.RegistrationJournal.CutOff;
import ca.vitaravox.ports.patient.RegistrationJournal.Registrant;
import ca.vitaravox.postgres.clinic.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/** How a registration that has not ended is kept. */
final class RegistrationRow {
    private RegistrationRow() {}

    static CutOff cutOff(ClinicId clinic, ResultSet row) throws SQLException {
        Registrant registrant = new Registrant(
                row.getString("person"),
                new CallId(row.getString("call_id")),
                new PatientName(row.getString("first_name"), row.getString("last_name")),
                row.getObject("birth_date", LocalDate.class),
                new Consent(
                        row.getString("consent_wording"),
                        Language.of(row.getString("consent_language")).orElseThrow()));
        return new CutOff(clinic, registrant, Columns.moment(row, "since"), row.getInt("attempt"));
    }
}
