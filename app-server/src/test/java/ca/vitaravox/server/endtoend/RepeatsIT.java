package ca.vitaravox.server.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.postgres.Database;
import ca.vitaravox.server.serve.Backend;
import ca.vitaravox.server.serve.Databases;
import ca.vitaravox.server.testing.Phone;
import ca.vitaravox.server.testing.TestClinic;
import ca.vitaravox.server.testing.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A tool call that is repeated is answered alike by every server, also by one that was not there the first time. */
@Timeout(120)
class RepeatsIT {
    private static final int CONNECTIONS = 6;

    private final TestServer server = TestServer.running();

    private static String bookFirst(Phone phone) {
        phone.use("search_patient_by_phone", "{\"first_name\":\"Casey\"}");
        JsonNode found = phone.use("find_earliest_appointment", "{\"patient_id\":\"1\"}");
        return "{\"slot_id\":\"" + found.at("/slots/0/slot_id").asText() + "\",\"patient_id\":\"1\"}";
    }

    private Database open() {
        return Databases.open(server.asApplication(), CONNECTIONS, InstantSource.system());
    }

    @Test
    void a_server_started_later_gives_the_answer_of_the_one_that_is_gone_and_refuses_other_arguments() {
        TestClinic clinic = TestClinic.open(server.database(), "restarted", 1);
        String message;
        String otherMessage;
        String first;
        Phone phone;
        try (Database database = open();
                Backend gone = Backend.start(TestServer.config(), database, InstantSource.system())) {
            phone = new Phone(gone.port(), clinic.phoneOf(1), clinic.number());
            String arguments = bookFirst(phone);
            String toolCall = Phone.newToolCallId();
            message = phone.toolCalls(toolCall, "create_appointment", arguments);
            otherMessage = phone.toolCalls(toolCall, "create_appointment", arguments.replace("\"1\"", "\"2\""));
            first = phone.post("/vapi", message).body();
        }
        assertTrue(first.contains("\\\"success\\\":true"), first);

        try (Database database = open();
                Backend started = Backend.start(TestServer.config(), database, InstantSource.system())) {
            Phone again = phone.at(started.port());
            assertEquals(first, again.post("/vapi", message).body());
            JsonNode other =
                    Phone.read(again.post("/vapi", otherMessage).body()).at("/results/0");
            assertTrue(other.has("error") && !other.has("result"), other::toString);
        }
        assertEquals(1, clinic.appointments().size());
    }

    @Test
    void ten_repeats_at_two_servers_at_once_give_one_appointment_and_one_answer() throws Exception {
        TestClinic clinic = TestClinic.open(server.database(), "two-servers", 1);
        ExecutorService callers = Executors.newFixedThreadPool(10);
        try (Database database = open();
                Backend other = Backend.start(TestServer.config(), database, InstantSource.system())) {
            Phone phone = new Phone(server.port(), clinic.phoneOf(1), clinic.number());
            String message = phone.toolCalls(Phone.newToolCallId(), "create_appointment", bookFirst(phone));
            List<Callable<String>> repeats = new ArrayList<>();
            for (int n = 0; n < 10; n++) {
                Phone at = phone.at(n % 2 == 0 ? server.port() : other.port());
                repeats.add(() -> at.answered(message));
            }
            Set<String> answers = new HashSet<>();
            for (Future<String> each : callers.invokeAll(repeats)) {
                answers.add(each.get());
            }
            assertEquals(1, answers.size(), () -> String.join("\n", answers));
            assertEquals(1, clinic.appointments().size());
        } finally {
            callers.shutdownNow();
        }
    }
}
