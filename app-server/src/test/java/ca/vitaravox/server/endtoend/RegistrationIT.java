package ca.vitaravox.server.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.patient.ChartQuery;
import ca.vitaravox.server.testing.Phone;
import ca.vitaravox.server.testing.TestClinic;
import ca.vitaravox.server.testing.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Callers identify themselves, and new ones register, over HTTP and with PostgreSQL. */
class RegistrationIT {
    private static final TestServer SERVER = TestServer.running();
    private static final String STRANGER = "+17785550999";

    private static TestClinic clinic;

    @BeforeAll
    static void open() {
        clinic = TestClinic.open(SERVER.database(), "registering", 4);
    }

    private static Phone phone(String from) {
        return new Phone(SERVER.port(), from, clinic.number());
    }

    /** Uses a tool until it knows its answer: on a busy machine the EMR may be late. */
    private static JsonNode patiently(Phone phone, String tool, String arguments) {
        JsonNode answer = phone.use(tool, arguments);
        while (answer.path("next").asText().equals("call_again")) {
            answer = phone.use(tool, arguments);
        }
        return answer;
    }

    private static String zoe(String first, String born, String more) {
        return "{\"first_name\":\"" + first + "\",\"last_name\":\"Newby\",\"date_of_birth\":\"" + born
                + "\",\"sex\":\"woman\",\"phone\":\"604 555 0177\"" + more + "}";
    }

    private static int chartsBorn(String date) {
        return SERVER.database()
                .charts()
                .search(
                        new ClinicId(clinic.id()),
                        new ChartQuery.BornOn(LocalDate.parse(date)),
                        new Deadline(Instant.now().plusSeconds(20)))
                .size();
    }

    @Test
    void a_new_patient_agrees_registers_once_and_is_verified() {
        Phone phone = phone("+17785550901");
        String address = ",\"address\":{\"street\":\"7 Fiction Way\",\"city\":\"Vancouver\","
                + "\"province\":\"British Columbia\",\"postalCode\":\"v6b1a1\"},\"email\":\"zoe at example dot test\","
                + "\"healthNumber\":\"nine eight seven zero zero zero seven zero seven four\"";
        JsonNode asked = patiently(phone, "register_new_patient", zoe("Zoe", "1990-04-09", address));
        assertEquals("CONSENT_REQUIRED", asked.path("code").asText());
        assertTrue(asked.path("say").asText().contains("Do you agree?"));
        assertEquals(0, chartsBorn("1990-04-09"));

        String agreed = zoe("Zoe", "1990-04-09", address + ",\"consent\":true");
        String id = Phone.newToolCallId();
        JsonNode registered = phone.use(id, "register_new_patient", agreed);
        while (registered.path("next").asText().equals("call_again")) {
            registered = phone.use(id, "register_new_patient", agreed);
        }
        assertTrue(registered.path("success").asBoolean(), registered.toString());
        assertEquals("verified", registered.path("level").asText());
        String patient = registered.path("patient_id").asText();
        assertFalse(registered.path("say").asText().contains(patient));

        assertEquals(registered, phone.use(id, "register_new_patient", agreed), "a repeat by id");
        JsonNode again = patiently(phone, "register_new_patient", agreed);
        assertEquals(patient, again.path("patient_id").asText());
        assertTrue(again.path("already").asBoolean(), "a repeat by meaning");
        assertEquals(1, chartsBorn("1990-04-09"));

        JsonNode chart = patiently(phone, "get_patient", "{\"patient_id\":\"" + patient + "\"}")
                .path("patient");
        assertEquals("1990-04-09", chart.path("date_of_birth").asText());
        assertEquals("0177", chart.path("phone_last4").asText());
        assertEquals("7074", chart.path("health_number_last4").asText());
        assertTrue(chart.path("email_on_file").asBoolean()
                && chart.path("address_on_file").asBoolean());

        Phone other = phone("+17785550902");
        JsonNode unasked = patiently(other, "register_new_patient", agreed);
        assertEquals("CONSENT_REQUIRED", unasked.path("code").asText(), "nobody can have agreed yet");
        JsonNode elsewhere = patiently(other, "register_new_patient", agreed);
        assertEquals("DUPLICATE_PATIENT", elsewhere.path("code").asText());
        assertEquals("transfer_to_staff", elsewhere.path("next").asText());
        assertFalse(elsewhere.has("patient_id"));
    }

    @Test
    void the_tool_answers_on_its_own_path_as_well() {
        String body = "{\"call\":{\"id\":\"plain-1\",\"to\":\"" + clinic.number() + "\",\"from\":\"+17785550903\"},"
                + "\"arguments\":" + zoe("Yara", "1991-04-09", ",\"consent\":true") + "}";
        JsonNode unasked = Phone.read(
                phone(STRANGER).post("/api/vapi/register-new-patient", body).body());
        assertEquals("CONSENT_REQUIRED", unasked.path("code").asText(), unasked.toString());
        JsonNode answer = Phone.read(
                phone(STRANGER).post("/api/vapi/register-new-patient", body).body());
        assertEquals("verified", answer.path("level").asText(), answer.toString());
    }

    @Test
    void an_unknown_name_and_a_wrong_date_of_birth_get_the_same_bytes() {
        String wrongDate = patiently(
                        phone("+17785550904"),
                        "search_patient",
                        "{\"first_name\":\"Casey\",\"last_name\":\"Tester\",\"date_of_birth\":\"1979-01-01\"}")
                .toString();
        String nobody = patiently(
                        phone("+17785550905"),
                        "search_patient",
                        "{\"first_name\":\"Zebulon\",\"last_name\":\"Nobody\",\"date_of_birth\":\"1979-01-01\"}")
                .toString();
        assertEquals(wrongDate, nobody);
    }

    @Test
    void a_search_delivered_three_times_is_one_failed_attempt() {
        Phone phone = phone("+17785550906");
        String id = Phone.newToolCallId();
        String wrong = "{\"first_name\":\"Casey\",\"last_name\":\"Tester\",\"date_of_birth\":\"1979-02-01\"}";
        for (int i = 0; i < 3; i++) {
            JsonNode answer = phone.use(id, "search_patient", wrong);
            while (answer.path("next").asText().equals("call_again")) {
                answer = phone.use(id, "search_patient", wrong);
            }
            assertFalse(answer.path("found").asBoolean());
        }
        JsonNode right = patiently(
                phone,
                "search_patient",
                "{\"first_name\":\"Casey\",\"last_name\":\"Tester\",\"date_of_birth\":\"January second 1980\"}");
        assertEquals("verified", right.path("level").asText(), right.toString());
    }

    @Test
    void who_was_verified_in_a_call_is_asked_for_the_first_name_in_the_next_and_proves_it_all_again() {
        String mobile = "+17785550907";
        JsonNode unknown = patiently(phone(mobile), "search_patient_by_phone", "{}");
        assertFalse(unknown.path("found").asBoolean());
        patiently(
                phone(mobile),
                "search_patient",
                "{\"first_name\":\"Casey\",\"last_name\":\"Tester\",\"date_of_birth\":\"1980-01-04\"}");
        Phone next = phone(mobile);
        assertEquals(
                "ask_first_name",
                patiently(next, "search_patient_by_phone", "{}").path("next").asText());
        JsonNode named = patiently(next, "search_patient_by_phone", "{\"first_name\":\"Casey\"}");
        assertEquals("ask_date_of_birth", named.path("next").asText());
        assertFalse(named.has("patient_id"));
        JsonNode verified = patiently(
                next, "search_patient_by_phone", "{\"first_name\":\"Casey\",\"date_of_birth\":\"1980-01-04\"}");
        assertEquals("verified", verified.path("level").asText());
    }
}
