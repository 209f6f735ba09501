package ca.vitaravox.server.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ca.vitaravox.server.serve.Backend;
import ca.vitaravox.server.testing.Phone;
import ca.vitaravox.server.testing.TestClinic;
import ca.vitaravox.server.testing.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What language models get wrong, over HTTP. */
class ModelMistakesIT {
    private static final TestServer SERVER = TestServer.running();

    private static Backend other;
    private static TestClinic clinic;

    @BeforeAll
    static void start() {
        other = Backend.start(TestServer.config(), SERVER.database(), InstantSource.system());
        clinic = TestClinic.open(SERVER.database(), "mistakes", 2);
    }

    @AfterAll
    static void stop() {
        other.close();
    }

    private static Phone phone() {
        return new Phone(SERVER.port(), clinic.phoneOf(1), clinic.number());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "search_patient_by_phone | {\"phone\":\"+10000000000\"} | phone",
                "search_patient_by_phone | {\"phone\":\"six oh four five\"} | phone",
                "search_patient | {\"last_name\":\"Tester\",\"first_name\":\"{{first_name}}\"} | first_name",
                "search_patient | {\"last_name\":\"<name>\",\"first_name\":\"Casey\"} | last_name",
                "search_patient | {\"last_name\":\"N/A\",\"first_name\":\"Casey\"} | last_name",
                "search_patient | {\"last_name\":\"null\",\"first_name\":\"Casey\"} | last_name",
                "search_patient | {\"first_name\":\"Casey\"} | last_name",
                "find_earliest_appointment | {\"earliest_date\":\"2023-01-09\"} | earliest_date",
                "create_appointment | {\"patient_id\":\"1\",\"slot_id\":\"unknown\"} | slot_id",
                "transfer_call | {} | reason"
            })
    void a_wrong_argument_is_named_with_what_to_ask(String tool, String arguments, String field) {
        JsonNode result = phone().use(tool, arguments);
        assertEquals("INVALID_ARGUMENT", result.path("code").asText(), result::toString);
        assertEquals(field, result.path("field").asText(), result::toString);
        assertFalse(result.path("hint").asText().isEmpty(), result::toString);
        assertFalse(result.path("say").asText().isEmpty(), result::toString);
    }

    @Test
    void the_third_failure_of_a_kind_hands_the_caller_over_whichever_server_it_happens_on() {
        Phone phone = phone();
        for (Phone one : List.of(phone, phone.at(other.port()))) {
            JsonNode result = one.use("search_patient", "{\"last_name\":\"unknown\",\"first_name\":\"Casey\"}");
            assertEquals("ask_full_name", result.path("next").asText(), result::toString);
        }
        JsonNode otherKind = phone.use("search_patient", "{\"last_name\":\"Tester\"}");
        assertEquals("ask_first_name", otherKind.path("next").asText(), otherKind::toString);
        JsonNode third = phone.use("search_patient", "{\"first_name\":\"Casey\"}");
        assertEquals("transfer_to_staff", third.path("next").asText(), third::toString);
        assertEquals("last_name", third.path("field").asText(), third::toString);
        JsonNode otherCall = phone().use("search_patient", "{\"first_name\":\"Casey\"}");
        assertEquals("ask_full_name", otherCall.path("next").asText(), otherCall::toString);
    }

    @Test
    void invented_ids_in_a_loop_hand_the_caller_over() {
        Phone phone = phone();
        for (String patient : List.of("12345", "patient-1")) {
            JsonNode result = phone.use("get_patient", "{\"patient_id\":\"" + patient + "\"}");
            assertEquals("IDENTITY_NOT_VERIFIED", result.path("code").asText(), result::toString);
            assertFalse(result.path("next").asText().equals("transfer_to_staff"), result::toString);
        }
        JsonNode third = phone.use("get_patient", "{\"patient_id\":\"99\"}");
        assertEquals("IDENTITY_NOT_VERIFIED", third.path("code").asText(), third::toString);
        assertEquals("transfer_to_staff", third.path("next").asText(), third::toString);
    }
}
