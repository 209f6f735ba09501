package ca.vitaravox.server.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.Role;
import ca.vitaravox.ports.call.TransferDestination;
import ca.vitaravox.ports.call.TransferPlan;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.clinic.PlatformParts;
import ca.vitaravox.server.Commands;
import ca.vitaravox.server.Main;
import ca.vitaravox.server.config.ConfigReader;
import ca.vitaravox.server.config.ServerConfig;
import ca.vitaravox.server.serve.Backend;
import ca.vitaravox.server.testing.Admin;
import ca.vitaravox.server.testing.ChildProcess;
import ca.vitaravox.server.testing.Desk;
import ca.vitaravox.server.testing.TestClinic;
import ca.vitaravox.server.testing.TestServer;
import ca.vitaravox.vapi.standin.StandInVapi;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A clinic set up at Vapi from the command line, and seen in the administration. */
class AssistantIT {
    private static final String KEY = "EXAMPLE-not-a-real-key";

    private StandInVapi vapi;
    private String clinic;

    @BeforeEach
    void start() {
        vapi = StandInVapi.start(KEY, InstantSource.system());
        clinic = TestClinic.open(
                        TestServer.running().database(),
                        "voice" + UUID.randomUUID().toString().substring(0, 8),
                        1)
                .id();
        TestServer.running()
                .database()
                .transferPlans()
                .save(
                        new ClinicId(clinic),
                        new TransferPlan(
                                Map.of(),
                                Optional.of(new TransferDestination(
                                        new PhoneNumber("+16045550199"), "Front desk", false))));
    }

    @AfterEach
    void stop() {
        vapi.close();
    }

    private Map<String, String> environment() {
        Map<String, String> environment = TestServer.running().environment();
        environment.put("VITARAVOX_PUBLIC_URL", "https://voice.clinic.example");
        environment.put("VITARAVOX_VAPI_URL", vapi.baseUrl().toString());
        environment.put("VITARAVOX_VAPI_API_KEY", KEY);
        environment.put("VITARAVOX_VAPI_CARRIER", "telnyx/carrier-1");
        return environment;
    }

    private String output(int status, Map<String, String> environment, String... arguments) {
        Commands.Ran ran = Commands.run(environment, arguments);
        assertEquals(status, ran.status(), ran.output());
        return withoutSecrets(ran.output());
    }

    private static String withoutSecrets(String output) {
        assertFalse(output.contains(KEY) || output.contains(TestServer.SECRET), output);
        return output;
    }

    @Test
    void a_clinic_is_pushed_once_and_what_is_edited_by_hand_is_found_and_restored() throws Exception {
        String seen = output(0, environment(), "assistant", "push", clinic);
        assertTrue(seen.contains("+ tool/en/create_appointment"), seen);
        assertTrue(seen.contains("Nothing was changed. Run it again with --yes"), seen);
        assertEquals(List.of(), vapi.all("assistant"));

        // in a process of its own, with the log that goes with it
        try (ChildProcess process = ChildProcess.run(Main.class, environment(), "assistant", "push", clinic, "--yes")) {
            String pushed = withoutSecrets(String.join("\n", process.rest()));
            assertEquals(0, process.exitCode(), pushed);
            assertTrue(pushed.contains("Done: "), pushed);
        }
        assertFalse(vapi.all("assistant").isEmpty());
        assertTrue(
                output(0, environment(), "assistant", "push", clinic, "--yes").contains("is as it is to be"));

        ObjectNode assistant = vapi.all("assistant").get(0);
        vapi.edit("assistant", assistant.path("id").asText(), edited -> edited.put("firstMessage", "Hi!"));
        String examined = output(0, environment(), "assistant", "push", clinic);
        assertTrue(examined.contains("firstMessage"), examined);
        output(0, environment(), "assistant", "push", clinic, "--yes");
        assertEquals(
                assistant.path("firstMessage"), vapi.all("assistant").get(0).path("firstMessage"));
        assertEquals(
                "https://voice.clinic.example/vapi",
                vapi.all("phone-number").get(0).at("/server/url").asText());
    }

    @Test
    void whoever_pushes_while_somebody_else_does_is_told_so_and_changes_nothing() {
        String refused = parts().alone(
                        new ClinicId(clinic), () -> output(1, environment(), "assistant", "push", clinic, "--yes"))
                .orElseThrow();
        assertTrue(refused.contains("is being set up at Vapi just now"), refused);
        assertEquals(List.of(), vapi.all("tool"));
        assertTrue(
                output(0, environment(), "assistant", "push", clinic, "--yes").contains("Done: "));
    }

    private static PlatformParts parts() {
        return TestServer.running().database().clinics().platformParts();
    }

    @Test
    void what_is_printed_is_what_would_be_sent_without_secrets() throws Exception {
        JsonNode printed = new ObjectMapper().readTree(output(0, environment(), "assistant", "print", clinic));
        assertTrue(printed.has("credential") && printed.has("tool/en/create_appointment"), printed.toString());
        assertFalse(printed.path("credential").has("authenticationPlan"));
        assertTrue(
                output(1, environment(), "assistant", "print", "no-such-clinic").contains("There is no such clinic"));
    }

    @Test
    void without_key_or_address_nothing_is_sent_and_it_is_said_what_to_give() throws Exception {
        Map<String, String> bare = environment();
        bare.remove("VITARAVOX_VAPI_API_KEY");
        bare.remove("VITARAVOX_PUBLIC_URL");
        String refused = output(1, bare, "assistant", "push", clinic, "--yes");
        assertTrue(refused.contains("VITARAVOX_VAPI_API_KEY is missing"), refused);
        assertTrue(refused.contains("VITARAVOX_PUBLIC_URL is missing"), refused);
        bare.remove("VITARAVOX_JWT_SECRET");
        assertTrue(output(1, bare, "doctor").contains("MEND  configuration: "));
        assertEquals(List.of(), vapi.requests());
    }

    @Test
    void the_administration_shows_the_definition_and_says_that_vapi_cannot_be_asked() {
        String token = Admin.fullToken(Admin.user(Role.CLINIC_MANAGER, new ClinicId(clinic)));
        var shown = Admin.send("GET", "/api/admin/clinics/" + clinic + "/assistant", null, Admin.bearer(token));
        JsonNode answer = Admin.read(shown);
        assertEquals(200, shown.statusCode());
        assertFalse(answer.path("asked").asBoolean(true));
        assertTrue(answer.path("obstacles").toString().contains("VITARAVOX_VAPI_API_KEY"));
        assertTrue(answer.path("definition").has("assistant/en/opening"), answer.toString());
        var refused =
                Admin.send("POST", "/api/admin/clinics/" + clinic + "/assistant/push", Map.of(), Admin.bearer(token));
        assertEquals(409, refused.statusCode());
        assertEquals("NOT_READY", Admin.read(refused).path("code").asText());
    }

    private ServerConfig config() {
        Map<String, String> settings = environment();
        settings.put("VITARAVOX_PORT", "0");
        return ConfigReader.read(settings, Optional.empty());
    }

    private String path() {
        return "/api/admin/clinics/" + clinic + "/assistant";
    }

    private static HttpResponse<String> send(Backend server, String method, String path, String token, String... tag) {
        Map<String, String> headers = new HashMap<>(Admin.bearer(token));
        if (tag.length > 0) {
            headers.put("If-Match", tag[0]);
        }
        return Admin.send(
                "http://127.0.0.1:" + server.port(), method, path, method.equals("GET") ? null : Map.of(), headers);
    }

    @Test
    void a_manager_pushes_over_http_what_they_have_seen_and_once() {
        String token = Admin.fullToken(Admin.user(Role.CLINIC_MANAGER, new ClinicId(clinic)));
        try (Backend server = Backend.start(config(), TestServer.running().database(), InstantSource.system())) {
            String push = path() + "/push";
            assertEquals(428, send(server, "POST", push, token).statusCode());
            HttpResponse<String> seen = send(server, "GET", path(), token);
            assertFalse(Admin.read(seen).path("inStep").asBoolean(true));
            assertEquals(412, send(server, "POST", push, token, "\"older\"").statusCode());
            assertEquals(List.of(), vapi.all("tool"));
            assertEquals(List.of(), pushes());

            HttpResponse<String> pushed = send(server, "POST", push, token, Desk.tag(seen));
            assertEquals(200, pushed.statusCode(), pushed.body());
            assertTrue(Admin.read(pushed).path("inStep").asBoolean(), pushed.body());
            assertTrue(Admin.read(pushed).path("dropped").isArray(), pushed.body());
            assertEquals(List.of("intended", "done"), pushes());
            assertEquals(
                    412,
                    send(server, "POST", push, token, Desk.tag(seen)).statusCode(),
                    "what was seen is not so any more");

            long made = made();
            HttpResponse<String> after = send(server, "GET", path(), token);
            HttpResponse<String> again = send(server, "POST", push, token, Desk.tag(after));
            assertEquals(200, again.statusCode(), again.body());
            assertEquals(made, made(), "nothing was made or changed");
        }
    }

    @Test
    void an_assistant_edited_by_hand_is_reported_over_http_and_restored() {
        output(0, environment(), "assistant", "push", clinic, "--yes");
        String token = Admin.fullToken(Admin.user(Role.CLINIC_MANAGER, new ClinicId(clinic)));
        ObjectNode assistant = vapi.all("assistant").get(0);
        vapi.edit("assistant", assistant.path("id").asText(), edited -> edited.put("firstMessage", "Hi!"));
        try (Backend server = Backend.start(config(), TestServer.running().database(), InstantSource.system())) {
            HttpResponse<String> seen = send(server, "GET", path(), token);
            JsonNode changes = Admin.read(seen).path("changes");
            assertEquals(1, changes.size(), seen.body());
            assertEquals("update", changes.at("/0/act").asText());
            assertEquals("firstMessage", changes.at("/0/differences/0/path").asText());
            assertEquals("Hi!", changes.at("/0/differences/0/is").asText());
            assertEquals(assistant.path("firstMessage"), changes.at("/0/differences/0/toBe"));

            HttpResponse<String> pushed = send(server, "POST", path() + "/push", token, Desk.tag(seen));
            assertTrue(Admin.read(pushed).path("inStep").asBoolean(), pushed.body());
            assertEquals(
                    assistant.path("firstMessage"), vapi.all("assistant").get(0).path("firstMessage"));
            assertEquals(1, vapi.all("assistant").size());
        }
    }

    @Test
    void who_manages_another_clinic_or_comes_while_it_is_being_pushed_is_refused_over_http() {
        String stranger = Admin.fullToken(Admin.user(Role.CLINIC_MANAGER, new ClinicId("harbourview")));
        String token = Admin.fullToken(Admin.user(Role.CLINIC_MANAGER, new ClinicId(clinic)));
        try (Backend server = Backend.start(config(), TestServer.running().database(), InstantSource.system())) {
            String push = path() + "/push";
            String tag = Desk.tag(send(server, "GET", path(), token));
            assertEquals(404, send(server, "GET", path(), stranger).statusCode());
            assertEquals(404, send(server, "POST", push, stranger, tag).statusCode());
            assertEquals(List.of(), pushes());

            HttpResponse<String> refused = parts().alone(
                            new ClinicId(clinic), () -> send(server, "POST", push, token, tag))
                    .orElseThrow();
            assertEquals(409, refused.statusCode(), refused.body());
            assertTrue(Admin.read(refused).toString().contains("is being set up at Vapi just now"), refused.body());
            assertEquals(List.of("intended", "refused"), pushes());
            assertEquals(List.of(), vapi.all("tool"));
        }
    }

    /** What is in the clinic's trail of pushes. */
    private List<String> pushes() {
        return TestServer.running().trail(clinic).stream()
                .filter(entry -> entry.startsWith("change_settings assistant push "))
                .map(entry -> entry.substring(entry.lastIndexOf(' ') + 1))
                .toList();
    }

    /** How often something was made or changed at Vapi. */
    private long made() {
        return vapi.requests().stream()
                .filter(request -> !request.startsWith("GET"))
                .count();
    }
}
