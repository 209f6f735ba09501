package ca.vitaravox.server.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.server.testing.Phone;
import ca.vitaravox.server.testing.TestClinic;
import ca.vitaravox.server.testing.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class RacesIT {
    private static final int CALLERS = 24;
    private static final int OPENINGS = 12;

    private final TestServer server = TestServer.running();

    @Test
    void of_24_callers_at_once_for_one_mornings_openings_none_gets_anothers() throws Exception {
        TestClinic clinic = TestClinic.open(server.database(), "one-morning", CALLERS);
        LocalDate day = clinic.freeDay();

        List<Optional<String>> booked = atOnce(CALLERS, n -> {
            Phone phone = new Phone(server.port(), clinic.phoneOf(n + 1), clinic.number());
            patiently(phone, "search_patient_by_phone", "{\"first_name\":\"Casey\"}");
            return bookOn(day, phone, Integer.toString(n + 1));
        });

        List<Appointment> standing = clinic.appointments();
        for (Appointment one : standing) {
            for (Appointment other : standing) {
                assertTrue(one == other || !one.time().overlaps(other.time()), "sold twice: " + one.time());
            }
        }
        Set<String> told = new HashSet<>();
        booked.forEach(each -> each.ifPresent(id -> assertTrue(told.add(id), "told twice: " + id)));
        assertEquals(told, ids(standing));
        assertEquals(OPENINGS, standing.size(), "every opening finds a caller");
    }

    /** Asks for openings of that day and takes the first until it is theirs or there is none. */
    private Optional<String> bookOn(LocalDate day, Phone phone, String patient) {
        while (true) {
            JsonNode found = patiently(
                    phone,
                    "find_earliest_appointment",
                    "{\"earliest_date\":\"" + day + "\",\"latest_date\":\"" + day + "\",\"patient_id\":\"" + patient
                            + "\"}");
            if (!found.path("success").asBoolean()) {
                assertEquals("NO_AVAILABILITY", found.path("code").asText(), found::toString);
                return Optional.empty();
            }
            JsonNode result = patiently(
                    phone,
                    "create_appointment",
                    "{\"slot_id\":\"" + found.at("/slots/0/slot_id").asText() + "\",\"patient_id\":\"" + patient
                            + "\"}");
            if (result.path("success").asBoolean()) {
                return Optional.of(result.at("/appointment/appointment_id").asText());
            }
            assertEquals("SLOT_TAKEN", result.path("code").asText(), result::toString);
        }
    }

    /** Asks again as long as it is told to: with so many at once, some wait longer than an answer may take. */
    private static JsonNode patiently(Phone phone, String tool, String arguments) {
        JsonNode result = phone.use(tool, arguments);
        while (result.path("next").asText().equals("call_again")) {
            result = phone.use(tool, arguments);
        }
        return result;
    }

    @Test
    void the_same_tool_call_ten_times_at_once_gives_one_appointment_and_ten_equal_answers() throws Exception {
        TestClinic clinic = TestClinic.open(server.database(), "ten-times", 1);
        Phone phone = new Phone(server.port(), clinic.phoneOf(1), clinic.number());
        phone.use("search_patient_by_phone", "{\"first_name\":\"Casey\"}");
        JsonNode found = phone.use("find_earliest_appointment", "{\"patient_id\":\"1\"}");
        String arguments = "{\"slot_id\":\"" + found.at("/slots/0/slot_id").asText() + "\",\"patient_id\":\"1\"}";
        String message = phone.toolCalls(Phone.newToolCallId(), "create_appointment", arguments);

        List<String> answers = atOnce(10, n -> phone.answered(message));

        assertEquals(1, new HashSet<>(answers).size(), () -> String.join("\n", answers));
        JsonNode result =
                Phone.read(Phone.read(answers.get(0)).at("/results/0/result").asText());
        assertTrue(result.path("success").asBoolean(), result::toString);
        assertEquals(Set.of(result.at("/appointment/appointment_id").asText()), ids(clinic.appointments()));
    }

    @Test
    void the_same_wish_under_ten_ids_at_once_gives_one_appointment() throws Exception {
        TestClinic clinic = TestClinic.open(server.database(), "ten-ids", 1);
        Phone phone = new Phone(server.port(), clinic.phoneOf(1), clinic.number());
        phone.use("search_patient_by_phone", "{\"first_name\":\"Casey\"}");
        JsonNode found = phone.use("find_earliest_appointment", "{\"patient_id\":\"1\"}");
        String arguments = "{\"slot_id\":\"" + found.at("/slots/0/slot_id").asText() + "\",\"patient_id\":\"1\"}";

        List<JsonNode> results = atOnce(10, n -> patiently(phone, "create_appointment", arguments));

        assertEquals(1, clinic.appointments().size());
        String id = clinic.appointments().get(0).id().value();
        for (JsonNode each : results) {
            assertTrue(each.path("success").asBoolean(), each::toString);
            assertEquals(id, each.at("/appointment/appointment_id").asText());
        }
        assertFalse(results.stream().allMatch(each -> each.path("already").asBoolean()));
    }

    private static Set<String> ids(List<Appointment> appointments) {
        Set<String> ids = new HashSet<>();
        appointments.forEach(each -> ids.add(each.id().value()));
        return ids;
    }

    private static <T> List<T> atOnce(int many, Numbered<T> task) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(many);
        try {
            CyclicBarrier together = new CyclicBarrier(many);
            List<Callable<T>> tasks = new ArrayList<>();
            for (int n = 0; n < many; n++) {
                int number = n;
                tasks.add(() -> {
                    together.await();
                    return task.run(number);
                });
            }
            List<T> results = new ArrayList<>();
            for (Future<T> each : threads.invokeAll(tasks)) {
                results.add(each.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private interface Numbered<T> {
        T run(int n);
    }
}
