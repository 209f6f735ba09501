package ca.vitaravox.server.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.server.testing.CapturedLog;
import ca.vitaravox.server.testing.Phone;
import ca.vitaravox.server.testing.TestClinic;
import ca.vitaravox.server.testing.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputIT {
    private static final TestServer SERVER = TestServer.running();
    private static final String NOWHERE = "+16045559999";

    private static TestClinic clinic;
    /** Where no tool is ever used: no note of one is still on its way while its rows are counted. */
    private static TestClinic untouched;

    @BeforeAll
    static void open() {
        clinic = TestClinic.open(SERVER.database(), "bad-input", 2);
        untouched = TestClinic.open(SERVER.database(), "bad-input-untouched", 1);
    }

    private static Phone phone() {
        return new Phone(SERVER.port(), clinic.phoneOf(1), clinic.number());
    }

    private static Phone phoneOfUntouched() {
        return new Phone(SERVER.port(), untouched.phoneOf(1), untouched.number());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Casey Tester", "{", "[]", "null", "42", "\"text\"", "{\"message\":", "{} {}", "{'a':1}"})
    void what_is_no_json_object_is_400(String body) {
        refused(400, body);
    }

    @Test
    void deep_nesting_is_400() {
        refused(400, "[".repeat(100_000));
        refused(400, "{\"message\":" + "{\"a\":".repeat(50_000));
        refused(400, "{\"message\":" + "{\"a\":".repeat(50_000) + "1" + "}".repeat(50_001));
    }

    @Test
    void three_megabytes_are_413() {
        refused(413, "{\"message\":{\"type\":\"tool-calls\",\"x\":\"" + "x".repeat(3 * 1024 * 1024) + "\"}}");
    }

    private void refused(int status, String body) {
        String before = SERVER.rows(untouched.id());
        for (String path : List.of("/vapi", "/api/vapi/create-appointment")) {
            HttpResponse<String> response = phoneOfUntouched().post(path, body);

            assertEquals(status, response.statusCode(), path);
            assertFalse(Phone.read(response.body()).isEmpty());
        }
        assertEquals(before, SERVER.rows(untouched.id()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/xml", "image/png"})
    void another_content_type_is_415(String type) {
        String before = SERVER.rows(untouched.id());
        HttpResponse<String> response = Phone.send(HttpRequest.newBuilder(uri("/vapi"))
                .header("Content-Type", type)
                .header("Authorization", "Bearer " + TestServer.SECRET)
                .POST(HttpRequest.BodyPublishers.ofString(
                        phoneOfUntouched().toolCalls("c1", "get_clinic_info", "{}"))));

        assertEquals(415, response.statusCode());
        assertEquals(before, SERVER.rows(untouched.id()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer wrong", "Bearer ", "Basic eDp5", ""})
    void without_the_secret_nothing_is_told(String authorization) {
        String before = SERVER.rows(untouched.id());
        HttpRequest.Builder request = HttpRequest.newBuilder(uri("/vapi"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(phoneOfUntouched().toolCalls("c1", "get_clinic_info", "{}")));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }

        HttpResponse<String> response = Phone.send(request);

        assertEquals(401, response.statusCode());
        assertFalse(response.body().contains("Clinic"), response::body);
        assertEquals(before, SERVER.rows(untouched.id()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "create_appointment | {} | INVALID_ARGUMENT",
                "create_appointment | {\"slot_id\":\"abcdefgh2345\"} | INVALID_ARGUMENT",
                "create_appointment | {\"slot_id\":42,\"patient_id\":[\"1\"]} | INVALID_ARGUMENT",
                "create_appointment | {\"slot_id\":{\"a\":1},\"patient_id\":\"1\"} | INVALID_ARGUMENT",
                "create_appointment | {\"slot_id\":\"zzzzzzzzzzzz\",\"patient_id\":\"1\"} | IDENTITY_NOT_VERIFIED",
                "find_earliest_appointment | {\"visit_type\":\"brain surgery\"} | VISIT_TYPE_UNKNOWN",
                "find_earliest_appointment | {\"provider_name\":\"Doctor Nobody\"} | PROVIDER_NOT_FOUND",
                "find_earliest_appointment | {\"earliest_date\":\"2020-01-01\"} | INVALID_ARGUMENT",
                "find_earliest_appointment | {\"earliest_date\":\"31st of Foo\"} | INVALID_ARGUMENT",
                "find_earliest_appointment | {\"patient_id\":\"1\"} | IDENTITY_NOT_VERIFIED",
                "find_earliest_appointment | {\"patient_id\":\"no-such-patient\"} | IDENTITY_NOT_VERIFIED",
                "get_patient | {\"patient_id\":\"1\"} | IDENTITY_NOT_VERIFIED",
                "check_appointments | {\"patient_id\":\"1\"} | IDENTITY_NOT_VERIFIED",
                "cancel_appointment | {\"appointment_id\":\"10001\",\"confirmed\":true} | APPOINTMENT_NOT_FOUND",
                "search_patient | {\"last_name\":\"Tester\"} | INVALID_ARGUMENT",
                "log_call_metadata | {\"intent\":\"fly\",\"outcome\":\"booked\"} | INVALID_ARGUMENT"
            })
    void wrong_arguments_are_refused_in_words_and_change_nothing(String tool, String arguments, String code) {
        Set<String> before = kept();

        JsonNode result = phone().use(tool, arguments);

        assertFalse(result.path("success").asBoolean(), result::toString);
        assertEquals(code, result.path("code").asText(), result::toString);
        assertTrue(
                result.path("say").asText().length() > 5 && result.path("next").isTextual(), result::toString);
        assertEquals(before, kept());
    }

    @Test
    void a_slot_that_was_never_issued_is_unknown() {
        Phone phone = phone();
        phone.use("search_patient_by_phone", "{\"first_name\":\"Casey\"}");
        Set<String> before = kept();

        for (String slot : List.of("zzzzzzzzzzzz", "../etc/passwd", "' or 1=1", "ab")) {
            JsonNode result = phone.use("create_appointment", "{\"slot_id\":\"" + slot + "\",\"patient_id\":\"1\"}");

            assertEquals("SLOT_UNKNOWN", result.path("code").asText(), result::toString);
        }
        assertEquals(before, kept());
    }

    @Test
    void an_unknown_tool_is_an_error_of_its_own() {
        Set<String> before = kept();
        JsonNode answer = Phone.read(phone().post("/vapi", phone().toolCalls("c1", "delete_everything", "{}"))
                .body());

        assertEquals("c1", answer.at("/results/0/toolCallId").asText());
        assertTrue(answer.at("/results/0").has("error"), answer::toString);
        assertEquals(
                404,
                phone().post("/api/vapi/delete-everything", plain(clinic.number()))
                        .statusCode());
        assertEquals(before, kept());
    }

    @Test
    void a_line_of_no_clinic_is_an_error_and_names_nobody() {
        String before = SERVER.rows(untouched.id());
        Phone lost = new Phone(SERVER.port(), untouched.phoneOf(1), NOWHERE);
        JsonNode answer = Phone.read(lost.post("/vapi", lost.toolCalls("c1", "get_clinic_info", "{}"))
                .body());

        assertTrue(answer.at("/results/0").has("error"), answer::toString);
        assertFalse(answer.toString().contains("bad-input"), answer::toString);
        assertEquals(422, lost.post("/api/vapi/get-clinic-info", plain(NOWHERE)).statusCode());
        assertEquals(before, SERVER.rows(untouched.id()));
    }

    @Test
    void the_log_holds_nothing_personal_whatever_is_said() {
        try (CapturedLog log = new CapturedLog()) {
            Phone phone = phone();
            phone.post("/vapi", "Casey Tester " + clinic.phoneOf(1));
            phone.post("/vapi", "{\"message\":\"Casey\"}");
            phone.post("/nowhere/Casey/" + clinic.phoneOf(1), "{}");
            phone.post("/api/vapi/Casey", plain(clinic.number()));
            phone.post("/vapi", phone.toolCalls("Casey Tester", "Casey Tester", "{}"));
            phone.use("search_patient_by_phone", "{\"first_name\":\"Casey\",\"date_of_birth\":\"1980-01-02\"}");
            phone.use(
                    "search_patient",
                    "{\"first_name\":\"Casey\",\"last_name\":\"Tester\",\"date_of_birth\":\"1980-01-03\"}");
            phone.use("get_patient", "{\"patient_id\":\"1\"}");
            phone.use("find_earliest_appointment", "{\"patient_id\":\"1\",\"visit_type\":\"Casey's rash\"}");
            JsonNode found = phone.use("find_earliest_appointment", "{\"patient_id\":\"1\"}");
            phone.use(
                    "create_appointment",
                    "{\"patient_id\":\"1\",\"slot_id\":\""
                            + found.at("/slots/0/slot_id").asText() + "\",\"reason\":\"rash of Casey\"}");
            phone.use(
                    "log_call_metadata",
                    "{\"intent\":\"book\",\"outcome\":\"booked\",\"summary\":\"Casey has a rash\"}");

            String text = log.until(1, "create_appointment")
                    .until(1, "log_call_metadata in call")
                    .text();
            for (String personal :
                    List.of("Casey", "casey", "Tester", "1980-01-0", "rash", clinic.phoneOf(1), "5550001")) {
                assertFalse(text.contains(personal), () -> personal + " in:\n" + text);
            }
        }
    }

    private static String plain(String to) {
        return "{\"call\":{\"id\":\"plain-1\",\"to\":\"" + to + "\"},\"arguments\":{}}";
    }

    private static URI uri(String path) {
        return URI.create("http://127.0.0.1:" + SERVER.port() + path);
    }

    /** The rows that hold more than the note that there was a call with a tool call. */
    private static Set<String> kept() {
        Set<String> notes = Set.of(
                "calls",
                "tool_calls",
                "tool_replies",
                "audit",
                "failed_attempts",
                "slips",
                "counts_due",
                "call_counts");
        return SERVER.rows(clinic.id())
                .lines()
                .filter(line -> !notes.contains(line.substring(0, line.indexOf('='))))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
