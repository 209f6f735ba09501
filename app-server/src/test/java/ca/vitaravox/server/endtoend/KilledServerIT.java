package ca.vitaravox.server.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.server.config.DatabaseUrl;
import ca.vitaravox.server.config.Secret;
import ca.vitaravox.server.testing.ChildProcess;
import ca.vitaravox.server.testing.Phone;
import ca.vitaravox.server.testing.TestClinic;
import ca.vitaravox.server.testing.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KilledServerIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Set<String> CALL_AGAIN = Set.of("OUTCOME_PENDING", "EMR_UNAVAILABLE");

    private final TestServer survivor = TestServer.running();

    @ParameterizedTest
    @ValueSource(strings = {"before", "after"})
    void a_server_killed_while_it_writes_leaves_the_callers_repeat_exactly_one_appointment(String when)
            throws IOException, InterruptedException {
        TestClinic clinic = TestClinic.open(survivor.database(), "killed-" + when, 1);
        DatabaseUrl url = survivor.asApplication();
        try (ChildProcess dying = ChildProcess.run(
                CrashingServer.class,
                Map.of(),
                when,
                url.jdbcUrl(),
                url.user(),
                url.password().map(Secret::value).orElseThrow())) {
            String line = dying.lineWith(each -> each.startsWith("port "));
            Phone phone =
                    new Phone(Integer.parseInt(line.substring("port ".length())), clinic.phoneOf(1), clinic.number());
            phone.use("search_patient_by_phone", "{\"first_name\":\"Casey\"}");
            JsonNode found = phone.use("find_earliest_appointment", "{\"patient_id\":\"1\"}");
            String arguments = "{\"slot_id\":\"" + found.at("/slots/0/slot_id").asText() + "\",\"patient_id\":\"1\"}";
            String toolCall = Phone.newToolCallId();

            assertThrows(Phone.NoAnswerException.class, () -> phone.use(toolCall, "create_appointment", arguments));
            assertEquals(137, dying.exitCode());
            assertEquals(when.equals("before") ? 0 : 1, clinic.appointments().size());

            JsonNode result = repeat(phone.at(survivor.port()), toolCall, arguments);

            List<Appointment> standing = clinic.appointments();
            assertEquals(1, standing.size());
            assertTrue(result.path("success").asBoolean(), result::toString);
            assertEquals(
                    standing.get(0).id().value(),
                    result.at("/appointment/appointment_id").asText());
        }
    }

    /** Calls again as long as it is told to, as the assistant does. */
    private JsonNode repeat(Phone phone, String toolCall, String arguments) {
        Instant tooLate = Instant.now().plus(PATIENCE);
        JsonNode result = phone.use(toolCall, "create_appointment", arguments);
        while (CALL_AGAIN.contains(result.path("code").asText())) {
            assertFalse(Instant.now().isAfter(tooLate), "still pending: " + result);
            assertEquals("call_again", result.path("next").asText());
            result = phone.use(toolCall, "create_appointment", arguments);
        }
        return result;
    }
}
