package ca.vitaravox.server.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import ca.vitaravox.oscar.standin.Line;
import ca.vitaravox.oscar.standin.RequestLog;
import ca.vitaravox.postgres.Database;
import ca.vitaravox.server.config.DatabaseUrl;
import ca.vitaravox.server.config.EmrHosts;
import ca.vitaravox.server.serve.Backend;
import ca.vitaravox.server.serve.Databases;
import ca.vitaravox.server.testing.CountedStatements;
import ca.vitaravox.server.testing.OscarClinic;
import ca.vitaravox.server.testing.OwnDatabase;
import ca.vitaravox.server.testing.Phone;
import ca.vitaravox.server.testing.TestClinic;
import ca.vitaravox.server.testing.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whoever does not know a date of birth learns nothing from how long an answer takes: for somebody who has a chart, and a
 * wrong date, the database gets the same statements in the same order as for somebody who has none, and the EMR the same
 * requests. Both are read off the wire.
 */
class SameWorkIT {
    private static final Logger LOG = LoggerFactory.getLogger(SameWorkIT.class);
    private static final String CLINIC = "samework";
    private static final String WRONG = "\"date_of_birth\":\"1961-07-08\"";

    @TempDir
    private static Path folder;

    private static OwnDatabase own;

    @BeforeAll
    static void start() throws Exception {
        own = OwnDatabase.start(folder);
    }

    @AfterAll
    static void stop() {
        own.close();
    }

    /** What one attempt cost until it was answered, and the answer. */
    private record Work(List<String> statements, List<String> requests, JsonNode answer) {}

    /** A clinic that is asked, with what goes to its database and, where that is elsewhere, to its EMR. */
    private record Asked(
            CountedStatements counted, Optional<RequestLog> requests, Function<String, Phone> callFrom, String clinic) {
        Work attempt(String from, String tool, String arguments) throws Exception {
            Phone phone = callFrom.apply(from);
            counted.forget();
            requests.ifPresent(RequestLog::forget);
            String id = Phone.newToolCallId();
            JsonNode answer = phone.use(id, tool, arguments);
            await(id);
            return new Work(
                    counted.executed().stream().filter(Asked::isBeforeTheAnswer).toList(),
                    requests.map(Asked::told).orElse(List.of()),
                    answer);
        }

        /** The record of a call is written when the answer is out, beside whatever comes next. */
        private static boolean isBeforeTheAnswer(String statement) {
            return !statement.contains("tool_calls") && !statement.contains("INTO calls");
        }

        private static List<String> told(RequestLog requests) {
            return requests.last().stream()
                    .map(each ->
                            each.method() + " " + each.path() + each.query().orElse(""))
                    .toList();
        }

        private void await(String toolCall) throws Exception {
            long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            try (Connection owner = own.asOwner(clinic);
                    PreparedStatement query = owner.prepareStatement("SELECT FROM tool_calls WHERE tool_call_id = ?")) {
                query.setString(1, toolCall);
                while (true) {
                    try (ResultSet found = query.executeQuery()) {
                        if (found.next()) {
                            return;
                        }
                    }
                    assertFalse(System.nanoTime() > end, "nothing was written");
                    LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
                }
            }
        }
    }

    private static void assertTellsNothing(Asked asked, String known) throws Exception {
        // what is remembered of a clinic for seconds is remembered now, and its EMR has let us in
        asked.attempt("+16475550100", "search_patient", named("First", "Caller"));
        for (String from : List.of("+16475550101", "anonymous")) {
            same(asked, from, "search_patient", named("Casey", "Tester"), named("Somebody", "Else"));
            same(asked, from, "search_patient_by_phone", claimed(known), claimed("+16475550199"));
        }
    }

    private static void same(Asked asked, String from, String tool, String known, String unknown) throws Exception {
        Work hit = asked.attempt(from, tool, known);
        Work miss = asked.attempt(from, tool, unknown);
        LOG.info("{} from {}: {} statements, {} requests", tool, from, hit.statements.size(), hit.requests.size());
        assertEquals(miss, hit, tool + " from " + from);
        assertFalse(hit.answer.path("found").asBoolean(true), hit.answer::toString);
        assertFalse(hit.statements.isEmpty());
    }

    private static String named(String first, String last) {
        return "{\"first_name\":\"" + first + "\",\"last_name\":\"" + last + "\"," + WRONG + "}";
    }

    private static String claimed(String number) {
        return "{\"phone\":\"" + number + "\",\"first_name\":\"Casey\"," + WRONG + "}";
    }

    @Test
    void the_demo_emr_in_our_own_database() throws Exception {
        TestClinic clinic = TestClinic.open(own.database(), CLINIC, 1);
        through(CLINIC, EmrHosts.NONE, (server, counted) -> {
            Asked asked = new Asked(
                    counted, Optional.empty(), from -> new Phone(server.port(), from, clinic.number()), CLINIC);
            assertTellsNothing(asked, clinic.phoneOf(1));
            // and what is counted does tell another thing from it
            assertNotEquals(
                    asked.attempt("anonymous", "search_patient", named("Casey", "Tester"))
                            .statements(),
                    asked.attempt(
                                    "anonymous",
                                    "search_patient",
                                    named("Casey", "Tester").replace("1961-07-08", "1980-01-02"))
                            .statements());
        });
    }

    @ParameterizedTest
    @EnumSource(Line.class)
    void an_oscar(Line line) throws Exception {
        String id = CLINIC + "-" + line.name().toLowerCase(Locale.ROOT).replace("_", "");
        try (OscarClinic clinic = OscarClinic.open(own.database(), id, line, 1)) {
            through(
                    id,
                    EmrHosts.NONE.and(clinic.server().baseUrl()),
                    (server, counted) -> assertTellsNothing(
                            new Asked(
                                    counted,
                                    Optional.of(clinic.server().requests()),
                                    from -> clinic.callFrom(server.port(), from),
                                    id),
                            clinic.phoneOf(1)));
        }
    }

    private interface Attempts {
        void at(Backend server, CountedStatements counted) throws Exception;
    }

    /** Time stands still at this server, so that nothing falls due meanwhile. */
    private static void through(String clinic, EmrHosts emrs, Attempts attempts) throws Exception {
        Instant now = Instant.now();
        try (CountedStatements way = new CountedStatements(portOf(own.url()), clinic, SameWorkIT::isRemembered);
                Database database = Databases.open(by(way.port()), 6, () -> now);
                Backend server = Backend.start(TestServer.config().withEmrs(emrs), database, () -> now)) {
            attempts.at(server, way);
        }
    }

    private static boolean isRemembered(String statement) {
        return statement.contains("FROM clinic_webhooks")
                || statement.contains("FROM clinic_emrs")
                || statement.contains("FROM clinics c");
    }

    private static int portOf(String url) {
        return URI.create(DatabaseUrl.of(url).jdbcUrl().substring("jdbc:".length()))
                .getPort();
    }

    private static DatabaseUrl by(int port) {
        DatabaseUrl direct = DatabaseUrl.of(own.url());
        return new DatabaseUrl(
                direct.jdbcUrl().replace(":" + portOf(own.url()) + "/", ":" + port + "/"),
                direct.user(),
                direct.password());
    }
}
