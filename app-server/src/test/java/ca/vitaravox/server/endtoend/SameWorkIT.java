package ca.vitaravox.server.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import ca.vitaravox.oscar.standin.Line;
import ca.vitaravox.oscar.standin.RequestLog;
import ca.vitaravox.server.config.EmrHosts;
import ca.vitaravox.server.testing.CountedServer;
import ca.vitaravox.server.testing.OscarClinic;
import ca.vitaravox.server.testing.OwnDatabase;
import ca.vitaravox.server.testing.Phone;
import ca.vitaravox.server.testing.TestClinic;
import ca.vitaravox.server.testing.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

    /** A clinic that is asked: its server, and what its EMR is asked, where that is elsewhere. */
    private record Asked(CountedServer server, Optional<RequestLog> requests, Function<String, Phone> callFrom) {
        Work attempt(String from, String tool, String arguments) throws Exception {
            Phone phone = callFrom.apply(from);
            server.counted().forget();
            requests.ifPresent(RequestLog::forget);
            String id = Phone.newToolCallId();
            JsonNode answer = phone.use(id, tool, arguments);
            server.awaitNoted(id);
            return new Work(
                    server.counted().executed().stream()
                            .filter(Asked::isBeforeTheAnswer)
                            .toList(),
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
        try (CountedServer server = new CountedServer(own, CLINIC, TestServer.config())) {
            Asked asked = new Asked(server, Optional.empty(), from -> new Phone(server.port(), from, clinic.number()));
            assertTellsNothing(asked, clinic.phoneOf(1));
            // and what is counted does tell another thing from it
            String wrong = named("Casey", "Tester");
            String right = wrong.replace("1961-07-08", "1980-01-02");
            assertNotEquals(
                    asked.attempt("anonymous", "search_patient", wrong).statements(),
                    asked.attempt("anonymous", "search_patient", right).statements());
        }
    }

    @ParameterizedTest
    @EnumSource(Line.class)
    void an_oscar(Line line) throws Exception {
        String id = CLINIC + line.name().toLowerCase(Locale.ROOT).replace("_", "");
        try (OscarClinic clinic = OscarClinic.open(own.database(), id, line, 1);
                CountedServer server = new CountedServer(
                        own,
                        id,
                        TestServer.config()
                                .withEmrs(EmrHosts.NONE.and(clinic.server().baseUrl())))) {
            assertTellsNothing(
                    new Asked(
                            server,
                            Optional.of(clinic.server().requests()),
                            from -> clinic.callFrom(server.port(), from)),
                    clinic.phoneOf(1));
        }
    }
}
