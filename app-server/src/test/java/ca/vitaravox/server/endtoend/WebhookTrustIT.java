package ca.vitaravox.server.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.WebhookAuth;
import ca.vitaravox.ports.clinic.WebhookSecrets;
import ca.vitaravox.postgres.Database;
import ca.vitaravox.server.Main;
import ca.vitaravox.server.admin.ClinicWebhookSecrets;
import ca.vitaravox.server.config.ConfigReader;
import ca.vitaravox.server.config.Secret;
import ca.vitaravox.server.config.ServerConfig;
import ca.vitaravox.server.serve.Backend;
import ca.vitaravox.server.serve.Databases;
import ca.vitaravox.server.testing.ChildProcess;
import ca.vitaravox.server.testing.Phone;
import ca.vitaravox.server.testing.TestClinic;
import ca.vitaravox.server.testing.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who may speak to the webhook, at several servers over one database. */
@Timeout(300)
class WebhookTrustIT {
    private static final String OWN = "5d1a0c7be93f4826a1c07d5e93b86f24";
    private static final String NEXT = "c20f9ae8417d46b3950e6fb1a87c3d52";

    private final TestServer server = TestServer.running();
    private final Database database = server.database();
    private final ServerConfig config = TestServer.config();
    private final ClinicWebhookSecrets secrets = new ClinicWebhookSecrets(
            database.webhooks().clinicWebhooks(), database.clinicDirectory(), TestServer.envelope(), config);

    private static int status(Phone phone, String secret, boolean signed) {
        String body = phone.toolCalls(Phone.newToolCallId(), "get_clinic_info", "{}");
        return Phone.send(phone.proving(secret, signed, body)).statusCode();
    }

    private Phone phone(TestClinic clinic) {
        return new Phone(server.port(), clinic.phoneOf(1), clinic.number());
    }

    @Test
    void a_clinics_own_secret_opens_its_number_the_one_before_beside_it_and_nothing_else() {
        TestClinic clinic = TestClinic.open(database, "own-secret", 1);
        TestClinic neighbour = TestClinic.open(database, "own-secret-neighbour", 1);
        ClinicId id = new ClinicId(clinic.id());
        secrets.give(id, WebhookAuth.HMAC, new Secret(OWN));

        assertEquals(401, status(phone(clinic), TestServer.SECRET, false));
        assertEquals(401, status(phone(clinic), TestServer.SECRET, true));
        assertEquals(401, status(phone(clinic), OWN, false), "a signature is asked for");
        assertEquals(200, status(phone(clinic), OWN, true));
        assertEquals(401, status(phone(neighbour), OWN, true));
        assertEquals(200, status(phone(neighbour), TestServer.SECRET, false));

        secrets.give(id, WebhookAuth.BEARER, new Secret(NEXT));
        assertEquals(200, status(phone(clinic), NEXT, false));
        assertEquals(200, status(phone(clinic), OWN, false));
        secrets.settle(id);
        assertEquals(200, status(phone(clinic), NEXT, false));
        assertEquals(401, status(phone(clinic), OWN, false));
        secrets.remove(id);
        assertEquals(401, status(phone(clinic), NEXT, false));
        assertEquals(200, status(phone(clinic), TestServer.SECRET, true));
    }

    @Test
    void what_is_kept_of_a_secret_opens_for_no_other_clinic_and_in_no_other_place() {
        ClinicId clinic =
                new ClinicId(TestClinic.open(database, "sealed-secret", 1).id());
        TestClinic another = TestClinic.open(database, "sealed-thief", 1);
        ClinicId thief = new ClinicId(another.id());
        secrets.give(clinic, WebhookAuth.BEARER, new Secret(OWN));
        Optional<WebhookSecrets> kept = database.webhooks().clinicWebhooks().secrets(clinic);

        assertFalse(kept.orElseThrow().secret().contains(OWN));
        database.webhooks().clinicWebhooks().replace(thief, Optional.empty(), kept);
        assertEquals(401, status(phone(another), OWN, false));
        assertEquals(401, status(phone(another), TestServer.SECRET, false));
        secrets.remove(thief);
        secrets.remove(clinic);
    }

    @Test
    void secrets_that_are_weak_or_known_elsewhere_are_not_given() {
        ClinicId clinic =
                new ClinicId(TestClinic.open(database, "weak-secret", 1).id());
        for (String secret : List.of(
                "tiny-key",
                "a".repeat(40),
                "changeme-changeme-0123456789-changeme",
                TestServer.SECRET,
                TestServer.JWT_SECRET,
                TestServer.ENCRYPTION_KEYS.substring(3))) {
            IllegalArgumentException refused = assertThrows(
                    IllegalArgumentException.class, () -> secrets.give(clinic, WebhookAuth.EITHER, new Secret(secret)));
            assertFalse(refused.getMessage().contains(secret));
        }
        assertEquals(Optional.empty(), database.webhooks().clinicWebhooks().secrets(clinic));
    }

    @Test
    void a_read_recorded_at_one_server_executes_nothing_at_another() {
        TestClinic clinic = TestClinic.open(database, "replayed", 1);
        Phone phone = phone(clinic);
        String search = phone.toolCalls(Phone.newToolCallId(), "find_earliest_appointment", "{}");
        try (Database others = Databases.open(server.asApplication(), 6, InstantSource.system());
                Backend other = Backend.start(config, others, InstantSource.system())) {
            HttpRequest.Builder recorded = phone.proving(TestServer.SECRET, true, search);
            String first = Phone.send(recorded).body();
            assertTrue(first.contains("slot_id"), first);
            server.awaitToolCalls(clinic.id(), 1);
            String rows = slots(clinic);

            String again = Phone.send(recorded.uri(URI.create("http://127.0.0.1:" + other.port() + "/vapi")))
                    .body();

            assertEquals(first, again);
            assertEquals(rows, slots(clinic), "no slot was offered again");
        }
    }

    private String slots(TestClinic clinic) {
        return server.rows(clinic.id())
                .lines()
                .filter(line -> line.startsWith("slots=") || line.startsWith("tool_calls="))
                .toList()
                .toString();
    }

    @Test
    void the_sixtieth_tool_call_of_a_number_in_a_minute_is_executed_and_the_next_is_answered_in_words() {
        TestClinic clinic = TestClinic.open(database, "many-calls", 2);
        ServerConfig usual = ConfigReader.read(
                Map.of(
                        "VITARAVOX_PORT", "0",
                        "VITARAVOX_WEBHOOK_SECRET", TestServer.SECRET,
                        "VITARAVOX_JWT_SECRET", TestServer.JWT_SECRET,
                        "VITARAVOX_ENCRYPTION_KEYS", TestServer.ENCRYPTION_KEYS),
                Optional.empty());
        try (Backend at = Backend.start(usual, database, InstantSource.fixed(Instant.now()))) {
            Phone phone = new Phone(at.port(), clinic.phoneOf(1), clinic.number());
            for (int n = 1; n <= 60; n++) {
                assertTrue(phone.use("get_clinic_info", "{}").path("success").asBoolean(), "call " + n);
            }
            Map<String, String> said = new HashMap<>();
            for (String language : List.of("en", "fr", "zh")) {
                JsonNode refused = phone.use("get_clinic_info", "{\"language\":\"" + language + "\"}");
                assertEquals("RATE_LIMITED", refused.path("code").asText());
                said.put(refused.path("say").asText(), language);
            }
            assertEquals(3, said.size(), said::toString);
            assertTrue(phone.use("transfer_call", "{\"reason\":\"emergency\"}")
                    .path("success")
                    .asBoolean());
            assertEquals(
                    200, phone.post("/vapi", phone.message("status-update")).statusCode());
            Phone other = new Phone(at.port(), clinic.phoneOf(2), clinic.number());
            assertTrue(other.use("get_clinic_info", "{}").path("success").asBoolean());
        }
    }

    @Test
    void the_command_gives_prints_and_removes() throws Exception {
        TestClinic clinic = TestClinic.open(database, "by-command", 1);
        String given = command(0, "keys", "webhook", clinic.id())
                .lines()
                .reduce((a, b) -> b)
                .orElseThrow();
        assertTrue(given.matches("[0-9a-f]{64}"), "a secret of its own");
        assertEquals(401, statusAnew(clinic, TestServer.SECRET));
        assertEquals(200, statusAnew(clinic, given));
        command(0, "keys", "webhook", clinic.id(), "--remove");
        assertEquals(200, statusAnew(clinic, TestServer.SECRET));
        command(0, "keys", "webhook", clinic.id(), "--settle");
        assertEquals(
                List.of("given", "removed", "settled").stream()
                        .flatMap(what -> Stream.of("intended", "done")
                                .map(result -> "change_settings webhook-secret " + what + " " + result))
                        .toList(),
                server.trail(clinic.id()).stream()
                        .filter(line -> line.startsWith("change_settings"))
                        .toList());
        assertTrue(command(1, "keys", "webhook", clinic.id(), "--auth", "none").contains("bearer, hmac or either"));
    }

    /** At a server that has just started, and remembers nothing. */
    private int statusAnew(TestClinic clinic, String secret) {
        try (Database anew = Databases.open(server.asApplication(), 4, InstantSource.system());
                Backend started = Backend.start(config, anew, InstantSource.system())) {
            return status(new Phone(started.port(), clinic.phoneOf(1), clinic.number()), secret, false);
        }
    }

    @Test
    void no_server_starts_while_a_clinics_secret_is_also_the_platforms() throws Exception {
        ClinicId clinic =
                new ClinicId(TestClinic.open(database, "same-secret", 1).id());
        Optional<WebhookSecrets> same = Optional.of(new WebhookSecrets(
                WebhookAuth.BEARER,
                TestServer.envelope().seal(WebhookSecrets.place(clinic), TestServer.SECRET),
                Optional.empty()));
        database.webhooks().clinicWebhooks().replace(clinic, Optional.empty(), same);
        try {
            String refused = command(1, "serve");
            assertTrue(
                    refused.contains("The webhook secret of " + clinic + " equals VITARAVOX_WEBHOOK_SECRET"), refused);
            assertFalse(refused.contains(TestServer.SECRET));
        } finally {
            database.webhooks().clinicWebhooks().replace(clinic, same, Optional.empty());
        }
    }

    private String command(int status, String... arguments) throws Exception {
        Map<String, String> environment = new HashMap<>();
        environment.put(
                "DATABASE_URL",
                server.asApplication().jdbcUrl() + "?user="
                        + server.asApplication().user() + "&password="
                        + server.asApplication().password().map(Secret::value).orElseThrow());
        environment.put("VITARAVOX_WEBHOOK_SECRET", TestServer.SECRET);
        environment.put("VITARAVOX_JWT_SECRET", TestServer.JWT_SECRET);
        environment.put("VITARAVOX_ENCRYPTION_KEYS", TestServer.ENCRYPTION_KEYS);
        environment.put("VITARAVOX_PORT", "0");
        try (ChildProcess process = ChildProcess.run(Main.class, environment, arguments)) {
            String output = String.join("\n", process.rest());
            assertEquals(status, process.exitCode(), output);
            return output.strip();
        }
    }
}
