package ca.vitaravox.server.endtoend;

import ca.vitaravox.server.testing.OwnDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What stands in our tables and in the demo EMR's of one clinic, read past all of our code. For one thread. */
final class Books implements AutoCloseable {
    /** Pairs of calls that have the same time of a provider at this moment: held, being written, or just booked. */
    private static final String SOLD_TWICE_NOW = """
            WITH live AS MATERIALIZED (
                SELECT slot_id, provider_id, starts, ends FROM slots
                 WHERE blocks AND (state = 'writing' OR until > clock_timestamp())
            )
            SELECT count(*) FROM live one, live other
             WHERE one.provider_id = other.provider_id AND one.slot_id < other.slot_id
               AND one.starts < other.ends AND other.starts < one.ends
            """;

    /** Appointments, or bookings, that begin before an earlier one of the same provider has ended. */
    private static final String OVERLAPS = """
            SELECT count(*) FROM (
                SELECT starts, max(ends) OVER (PARTITION BY provider_id ORDER BY starts, ends, id
                                               ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS taken_until
                  FROM (%s) booked) sorted
             WHERE starts < taken_until
            """;

    private static final String OUR_BOOKINGS = """
            SELECT s.provider_id, s.starts, s.ends, s.slot_id AS id FROM slots s
             WHERE s.state = 'booked'
               AND NOT EXISTS (SELECT FROM demo_appointments a
                                WHERE a.clinic_id = s.clinic_id AND a.appointment_id = s.appointment_id
                                  AND a.status = 'cancelled')
            """;

    private static final String IN_THE_EMR = """
            SELECT provider_id, starts, ends, appointment_id AS id FROM demo_appointments
             WHERE status <> 'cancelled'
            """;

    /** What only one of the two books shows. */
    private static final String DISAGREEING = """
            SELECT count(*) FROM (
                SELECT * FROM demo_appointments WHERE status <> 'cancelled') a
              FULL JOIN (%s) ours ON a.reference = ours.id AND a.provider_id = ours.provider_id
                    AND a.starts = ours.starts AND a.ends = ours.ends
             WHERE a.appointment_id IS NULL OR ours.id IS NULL
            """.formatted(OUR_BOOKINGS);

    private final Connection connection;

    Books(OwnDatabase database, CrowdedClinic clinic) throws SQLException {
        connection = database.asOwner(clinic.id());
    }

    long soldTwiceNow() throws SQLException {
        return count(SOLD_TWICE_NOW);
    }

    long overlapsOfOurs() throws SQLException {
        return count(OVERLAPS.formatted(OUR_BOOKINGS));
    }

    long overlapsInTheEmr() throws SQLException {
        return count(OVERLAPS.formatted(IN_THE_EMR));
    }

    long disagreeing() throws SQLException {
        return count(DISAGREEING);
    }

    /** How many writes are under way. */
    long writing() throws SQLException {
        return count("SELECT count(*) FROM slots WHERE state = 'writing'");
    }

    /** Each live appointment of the EMR by its id, as {@code patient provider day time}. */
    Map<String, String> appointments() throws SQLException {
        Map<String, String> appointments = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT appointment_id, patient_id, provider_id, starts FROM demo_appointments
                         WHERE status <> 'cancelled'
                        """)) {
            while (rows.next()) {
                appointments.put(
                        rows.getString(1),
                        rows.getString(2) + " "
                                + CrowdedClinic.place(
                                        rows.getString(3),
                                        rows.getObject(4, OffsetDateTime.class).toInstant()));
            }
        }
        return appointments;
    }

    /** All that is known of what was booked for a patient, to be read by somebody who wonders. */
    String story(int patient) throws SQLException {
        StringBuilder story = new StringBuilder();
        for (String table : List.of(
                "demo_appointments WHERE patient_id = '%1$s'",
                "slots WHERE booked_for = '%1$s' OR patient_id = '%1$s'",
                "told_appointments WHERE patient_id = '%1$s'",
                "tasks WHERE patient_id = '%1$s'",
                "audit WHERE chart = '%1$s'",
                "tool_calls WHERE call_id IN (SELECT call_id FROM slots WHERE patient_id = '%1$s')",
                "calls WHERE call_id IN (SELECT call_id FROM slots WHERE patient_id = '%1$s')")) {
            String rows = table.formatted(patient);
            story.append(table, 0, table.indexOf(' ')).append('\n');
            try (Statement statement = connection.createStatement();
                    ResultSet found = statement.executeQuery(
                            "SELECT to_jsonb(t) - 'chain' FROM (SELECT * FROM " + rows + ") AS t")) {
                while (found.next()) {
                    story.append("  ").append(found.getString(1)).append('\n');
                }
            }
        }
        return story.toString();
    }

    /** Lets so much time go by at the database. */
    void pass(double seconds) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_sleep(" + seconds + ")");
        }
    }

    private long count(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
