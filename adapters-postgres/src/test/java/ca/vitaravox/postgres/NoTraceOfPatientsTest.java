package ca.vitaravox.postgres;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.Line;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.patient.Chart;
import ca.vitaravox.ports.patient.ChartQuery;
import ca.vitaravox.ports.patient.HealthNumber;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.patient.PatientName;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What goes wrong is logged; so no message may hold what was asked or found. */
class NoTraceOfPatientsTest {
    private static final List<String> PERSONAL =
            List.of("Castellan", "castellan", "Noa", "noa", "2016", "6045550142", "9876543217");

    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    private final ClinicId clinic = POSTGRES.newClinic();

    private static void assertImpersonal(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            String text = each.toString();
            for (String personal : PERSONAL) {
                assertFalse(text.contains(personal), text);
            }
        }
    }

    private void putChart() {
        POSTGRES.database()
                .demoEmr()
                .putChart(
                        clinic,
                        new Chart(
                                new PatientId("7"),
                                new PatientName("Noa", "Castellan"),
                                LocalDate.of(2016, 7, 2),
                                HealthNumber.of("9876543217"),
                                List.of(new PhoneNumber("+16045550142")),
                                Optional.empty(),
                                true,
                                true));
    }

    @Test
    void a_row_that_was_refused_is_not_quoted() throws SQLException {
        POSTGRES.administer("ALTER TABLE demo_charts ADD CONSTRAINT refuse CHECK (email_on_file = false)");
        try {
            assertImpersonal(assertThrows(JdbiException.class, this::putChart));
        } finally {
            POSTGRES.administer("ALTER TABLE demo_charts DROP CONSTRAINT refuse");
        }
    }

    @Test
    void a_question_that_failed_is_not_quoted() throws SQLException {
        POSTGRES.administer("ALTER TABLE demo_charts RENAME COLUMN last_folded TO mislaid");
        ChartQuery query = new ChartQuery.Named(new PatientName("Noa", "Castellan"));
        try {
            assertImpersonal(assertThrows(
                    EmrUnavailableException.class,
                    () -> POSTGRES.database().charts().search(clinic, query, POSTGRES.inTime())));
        } finally {
            POSTGRES.administer("ALTER TABLE demo_charts RENAME COLUMN mislaid TO last_folded");
        }
    }

    /** Of tables under row-level security the server quotes nothing; of others the driver must not. */
    @Test
    void what_somebody_else_has_is_not_quoted() {
        ClinicId other = POSTGRES.newClinic();
        PhoneNumber number = new PhoneNumber("+16045550142");
        Line line = new Line(other, number, Optional.empty(), Optional.empty(), Language.ENGLISH);
        POSTGRES.database().clinicSettings().assign(other, List.of(line));
        Line stolen = new Line(clinic, number, Optional.empty(), Optional.empty(), Language.ENGLISH);
        assertImpersonal(assertThrows(
                IllegalStateException.class,
                () -> POSTGRES.database().clinicSettings().assign(clinic, List.of(stolen))));
    }
}
