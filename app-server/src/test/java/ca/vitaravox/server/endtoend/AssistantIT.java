package ca.vitaravox.server.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.Role;
import ca.vitaravox.ports.call.TransferDestination;
import ca.vitaravox.ports.call.TransferPlan;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.postgres.Database;
import ca.vitaravox.server.Main;
import ca.vitaravox.server.config.ConfigReader;
import ca.vitaravox.server.serve.Backend;
import ca.vitaravox.server.testing.Admin;
import ca.vitaravox.server.testing.ChildProcess;
import ca.vitaravox.server.testing.TestClinic;
import ca.vitaravox.server.testing.TestServer;
import ca.vitaravox.vapi.standin.StandInVapi;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
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

    private String output(int status, Map<String, String> environment, String... arguments) throws Exception {
        try (ChildProcess process = ChildProcess.run(Main.class, environment, arguments)) {
            String output = String.join("\n", process.rest());
            assertEquals(status, process.exitCode(), output);
            assertFalse(output.contains(KEY) || output.contains(TestServer.SECRET), output);
            return output;
        }
    }

    @Test
    void a_clinic_is_pushed_once_and_what_is_edited_by_hand_is_found_and_restored() throws Exception {
        String seen = output(0, environment(), "assistant", "push", clinic);
        assertTrue(seen.contains("+ tool/en/create_appointment"), seen);
        assertTrue(seen.contains("Nothing was changed. Run it again with --yes"), seen);
        assertEquals(List.of(), vapi.all("assistant"));

        assertTrue(
                output(0, environment(), "assistant", "push", clinic, "--yes").contains("Done: "));
        assertFalse(vapi.all("assistant").isEmpty());
        assertTrue(
                output(0, environment(), "assistant", "push", clinic, "--yes").contains("is as it is to be"));

        ObjectNode assistant = vapi.all("assistant").get(0);
        vapi.edit("assistant", assistant.path("id").asText(), edited -> edited.put("firstMessage", "Hi!"));
        String examined = output(1, environment(), "doctor");
        assertTrue(examined.contains("well  database: answers"), examined);
        assertTrue(examined.contains("well  time-zone data: IANA 2026f"), examined);
        assertTrue(examined.contains("MEND  " + clinic + ", Vapi: 1 thing is not as to be"), examined);
        assertTrue(examined.contains("./vitaravox assistant push " + clinic), examined);
        output(0, environment(), "assistant", "push", clinic, "--yes");
        assertEquals(
                assistant.path("firstMessage"), vapi.all("assistant").get(0).path("firstMessage"));

        JsonNode answered =
                new ObjectMapper().readTree(vapi.all("phone-number").get(0).toString());
        assertEquals(
                "https://voice.clinic.example/vapi", answered.at("/server/url").asText());
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

    @Test
    void who_pushes_stands_in_the_trail_of_the_clinic() throws Exception {
        Map<String, String> settings = environment();
        settings.put("VITARAVOX_PORT", "0");
        Database database = TestServer.running().database();
        String token = Admin.fullToken(Admin.user(Role.CLINIC_MANAGER, new ClinicId(clinic)));
        try (Backend server =
                Backend.start(ConfigReader.read(settings, Optional.empty()), database, InstantSource.system())) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(
                            "http://127.0.0.1:" + server.port() + "/api/admin/clinics/" + clinic + "/assistant"))
                    .header("Authorization", "Bearer " + token);
            HttpClient http = HttpClient.newHttpClient();
            String tag = http.send(request.build(), BodyHandlers.ofString())
                    .headers()
                    .firstValue("ETag")
                    .orElseThrow();
            HttpRequest push = request.uri(URI.create(
                            "http://127.0.0.1:" + server.port() + "/api/admin/clinics/" + clinic + "/assistant/push"))
                    .header("If-Match", tag)
                    .POST(BodyPublishers.noBody())
                    .build();
            HttpResponse<String> pushed = http.send(push, BodyHandlers.ofString());
            assertEquals(200, pushed.statusCode(), pushed.body());
            assertEquals(
                    List.of("change_settings assistant push intended", "change_settings assistant push done"),
                    TestServer.running().trail(clinic));
        }
    }
}
