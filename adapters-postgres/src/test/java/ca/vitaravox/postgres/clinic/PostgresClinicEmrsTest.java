package ca.vitaravox.postgres.clinic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.clinic.ClinicEmrs;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ClinicNews;
import ca.vitaravox.ports.clinic.EmrAddress;
import ca.vitaravox.ports.clinic.EmrInUse;
import ca.vitaravox.ports.clinic.EmrSettings;
import ca.vitaravox.ports.patient.Identification;
import ca.vitaravox.ports.patient.IdentityLevel;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.postgres.Database;
import ca.vitaravox.postgres.TestDatabase;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresClinicEmrsTest {
    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    private static final Instant NOW = TestDatabase.NOW;
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final CallId CALL = new CallId("call");
    private static final PatientId PATIENT = new PatientId("5");

    private final ClinicId clinic = POSTGRES.newClinic();
    private final ClinicEmrs emrs = POSTGRES.database().clinicEmrs();

    private static EmrSettings oscar(boolean live, String host, String credentials) {
        return new EmrSettings(
                "oscar",
                live,
                Optional.of(new EmrAddress(
                        URI.create("https://" + host + "/oscar"),
                        URI.create("http://" + host + "/oscar"),
                        ZoneId.of("America/Edmonton"))),
                Optional.of(credentials));
    }

    private void identify() {
        POSTGRES.database()
                .identityLedger()
                .keep(
                        clinic,
                        CALL,
                        new Identification(PATIENT, IdentityLevel.VERIFIED, Relationship.SELF, Optional.empty()),
                        NOW);
    }

    private boolean isIdentified() {
        return POSTGRES.database()
                .identityLedger()
                .identified(clinic, CALL, PATIENT)
                .isPresent();
    }

    private void sql(String statement) throws SQLException {
        try (Connection superuser = POSTGRES.asSuperuser();
                Statement sql = superuser.createStatement()) {
            sql.execute(statement.replace(":clinic", "'" + clinic + "'"));
        }
    }

    private String found(String query) throws SQLException {
        try (Connection superuser = POSTGRES.asSuperuser();
                Statement sql = superuser.createStatement();
                ResultSet row = sql.executeQuery(query.replace(":clinic", "'" + clinic + "'"))) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void a_clinic_that_was_given_none_has_demo_data() {
        assertEquals(new EmrInUse(EmrSettings.DEMO, Optional.empty()), emrs.emr(clinic));
        assertThrows(NoSuchElementException.class, () -> emrs.setLive(clinic, true, NOW));
    }

    @Test
    void settings_are_kept_and_tell_when_the_emr_became_another() {
        emrs.save(clinic, oscar(false, "a.example", "sealed"), NOW);
        assertEquals(new EmrInUse(oscar(false, "a.example", "sealed"), Optional.empty()), emrs.emr(clinic));

        emrs.setLive(clinic, true, LATER);
        assertEquals(new EmrInUse(oscar(true, "a.example", "sealed"), Optional.of(LATER)), emrs.emr(clinic));

        emrs.save(clinic, oscar(true, "a.example", "new credentials"), LATER.plusSeconds(1));
        assertEquals(Optional.of(LATER), emrs.emr(clinic).since());

        emrs.save(clinic, oscar(true, "b.example", "new credentials"), LATER.plusSeconds(2));
        assertEquals(Optional.of(LATER.plusSeconds(2)), emrs.emr(clinic).since());
    }

    @Test
    void who_was_identified_in_one_emr_is_nobody_in_the_other() {
        identify();
        emrs.save(clinic, oscar(false, "a.example", "sealed"), NOW);
        assertTrue(isIdentified());
        emrs.setLive(clinic, true, LATER);
        assertTrue(!isIdentified());

        identify();
        emrs.save(clinic, oscar(true, "a.example", "new credentials"), LATER);
        assertTrue(isIdentified());
        emrs.setLive(clinic, false, LATER);
        assertTrue(!isIdentified());
    }

    @Test
    void slots_of_the_emr_that_is_left_are_gone_and_staff_look_for_what_was_being_written() throws SQLException {
        sql("""
                INSERT INTO slots (clinic_id, slot_id, call_id, provider_id, starts, ends, visit_type, offered_at, state,
                                   blocks, until, booked_for, since)
                VALUES (:clinic, 'held', 'c', '101', '2026-03-03T17:00Z', '2026-03-03T17:15Z', 'checkup',
                        '2026-03-02T17:00Z', 'held', true, '2026-03-02T17:03Z', NULL, NULL),
                       (:clinic, 'writing', 'c', '101', '2026-03-03T18:00Z', '2026-03-03T18:15Z', 'checkup',
                        '2026-03-02T17:00Z', 'writing', true, '2026-03-02T17:03Z', '5', '2026-03-02T17:00Z');
                INSERT INTO unfinished_writes (clinic_id, slot_id, due) VALUES (:clinic, 'writing', '2026-03-02T17:03Z')
                """);

        emrs.save(clinic, oscar(true, "a.example", "sealed"), LATER);

        assertEquals("0", found("SELECT count(*) FROM slots WHERE clinic_id = :clinic"));
        assertEquals("0", found("SELECT count(*) FROM unfinished_writes WHERE clinic_id = :clinic"));
        assertEquals(
                "left_unfinished writing 5 demo",
                found("SELECT concat_ws(' ', kind, about, patient_id, emr) FROM tasks WHERE clinic_id = :clinic"));
    }

    @Test
    void tasks_and_the_trail_say_in_which_emr_a_patient_is_meant() throws SQLException {
        emrs.save(clinic, oscar(true, "a.example", "sealed"), NOW);
        try (Connection application = POSTGRES.asApplication();
                Statement sql = application.createStatement()) {
            sql.execute("SELECT set_config('vitaravox.clinic_id', '" + clinic + "', false)");
            sql.execute("INSERT INTO tasks (clinic_id, kind, about, at) VALUES ('" + clinic
                    + "', 'half_moved', 's', '2026-03-02T17:00Z')");
            sql.execute("INSERT INTO audit (clinic_id, at, job, action, result) VALUES ('" + clinic
                    + "', '2026-03-02T17:00Z', 'j', 'a', 'r')");
        }

        String ours = "oscar https://a.example/oscar";
        assertEquals(ours, found("SELECT emr FROM tasks WHERE clinic_id = :clinic AND about = 's'"));
        assertEquals(ours, found("SELECT emr FROM audit WHERE clinic_id = :clinic"));
    }

    @Test
    void a_change_is_heard_on_another_server() {
        try (Database other = POSTGRES.ofAnotherServer();
                ClinicNews news = other.news().emrs()) {
            assertEquals(List.of(), news.await(Duration.ofMillis(1)));

            emrs.save(clinic, oscar(false, "a.example", "sealed"), NOW);

            assertEquals(List.of(clinic), news.await(PATIENCE));
        }
    }

    @Test
    void a_feed_that_can_hear_nothing_any_more_says_so() throws SQLException {
        try (ClinicNews news = POSTGRES.database().news().emrs()) {
            sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE application_name = 'vitaravox-news' AND datname = current_database()");

            assertThrows(IllegalStateException.class, () -> news.await(PATIENCE));
        }
    }
}
