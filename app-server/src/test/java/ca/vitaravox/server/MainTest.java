package ca.vitaravox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "demo",
                "serve",
                "call",
                "migrate",
                "tools",
                "tools print",
                "admin",
                "admin create-user",
                "admin reset-password",
                "admin unlock",
                "keys",
                "keys rotate",
                "keys webhook"
            })
    void every_command_has_help(String command) {
        assertEquals(0, run(Map.of(), (command + " --help").strip().split(" ")));
        assertTrue(out.toString().startsWith("Usage: vitaravox " + command), out::toString);
        assertEquals("", err.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fly",
                "demo --fly",
                "demo --port many",
                "demo --port 70000",
                "demo --exit --no-call",
                "serve now",
                "tools",
                "call --script"
            })
    void wrong_use_is_a_sentence_and_status_2(String line) {
        assertEquals(2, run(Map.of(), line.split(" ")));
        assertEquals(1, err.toString().lines().count(), err::toString);
        assertTrue(err.toString().contains("--help`"), err::toString);
    }

    @Test
    void nothing_asked_is_wrong_use_too() {
        assertEquals(2, run(Map.of()));
    }

    @Test
    void serve_lists_everything_that_is_missing_weak_or_malformed() {
        Map<String, String> environment = Map.of(
                "VITARAVOX_WEBHOOK_SECRET", "short-secret",
                "VITARAVOX_WEBHOOK_SECRET_PREVIOUS", "short-secret",
                "VITARAVOX_PORT", "x",
                "VITARAVOX_PROT", "1");

        assertEquals(1, run(environment, "serve"));

        String text = err.toString();
        assertTrue(text.startsWith("VitaraVox does not start:\n"), text);
        for (String reason : new String[] {
            "Unknown key VITARAVOX_PROT",
            "VITARAVOX_PORT is not",
            "DATABASE_URL is missing",
            "VITARAVOX_WEBHOOK_SECRET is shorter",
            "VITARAVOX_WEBHOOK_SECRET_PREVIOUS is shorter",
            "VITARAVOX_WEBHOOK_SECRET_PREVIOUS equals"
        }) {
            assertTrue(text.contains("\n  - " + reason), () -> reason + " in:\n" + text);
        }
        assertFalse(text.contains("short-secret"), text);
        assertEquals("", out.toString());
    }

    @Test
    void a_database_url_that_is_malformed_is_not_called_missing_too() {
        run(Map.of("DATABASE_URL", "mysql://x"), "serve");

        assertEquals(
                1,
                err.toString()
                        .lines()
                        .filter(line -> line.contains("DATABASE_URL"))
                        .count(),
                err::toString);
    }

    @Test
    void migrate_says_what_it_needs() {
        assertEquals(1, run(Map.of(), "migrate"));
        assertTrue(err.toString().startsWith("VITARAVOX_MIGRATION_DATABASE_URL is missing"), err::toString);
    }

    @Test
    void a_call_without_a_server_or_secret_says_so() {
        assertEquals(1, run(Map.of(), "call"));
        assertTrue(err.toString().startsWith("VITARAVOX_WEBHOOK_SECRET is missing"), err::toString);
        assertEquals(1, run(Map.of("VITARAVOX_WEBHOOK_SECRET", "any"), "call", "--server", "http://127.0.0.1:1"));
        assertTrue(err.toString().contains("No server answers at http://127.0.0.1:1"), err::toString);
        assertEquals(1, run(Map.of("VITARAVOX_WEBHOOK_SECRET", "any"), "call", "--script", "/nowhere/x.call"));
        assertTrue(err.toString().contains("/nowhere/x.call cannot be read"), err::toString);
    }

    @Test
    void the_catalogue_is_printed_as_json() throws Exception {
        assertEquals(0, run(Map.of(), "tools", "print"));

        JsonNode tools = new JsonMapper().readTree(out.toString());
        assertTrue(tools.size() >= 11);
        for (JsonNode tool : tools) {
            assertEquals(
                    "/api/vapi/" + tool.get("name").asText().replace('_', '-'),
                    tool.get("path").asText());
            assertEquals("object", tool.at("/parameters/type").asText());
        }
    }

    private int run(Map<String, String> environment, String... arguments) {
        return Main.commandLine(environment, new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(arguments);
    }
}
