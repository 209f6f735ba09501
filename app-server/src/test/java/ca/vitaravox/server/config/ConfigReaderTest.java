package ca.vitaravox.server.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.WebhookAuth;
import ca.vitaravox.vapi.assistant.AssistantSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigReaderTest {
    @TempDir
    private Path directory;

    @Test
    void what_is_left_out_takes_its_default() {
        ServerConfig config = ConfigReader.read(Map.of("PATH", "/bin"), Optional.empty());

        assertEquals(3001, config.port());
        assertEquals("127.0.0.1", config.bind());
        assertEquals(WebhookAuth.BEARER, config.webhookAuth());
        assertEquals(Duration.ofMillis(3800), config.toolDeadline());
        assertEquals(Optional.empty(), config.databaseUrl());
    }

    @Test
    void the_environment_wins_over_the_file() throws IOException {
        Path file = file("VITARAVOX_PORT=4000\nVITARAVOX_BIND=::1\n");

        ServerConfig config = ConfigReader.read(Map.of("VITARAVOX_PORT", "5000"), Optional.of(file));

        assertEquals(5000, config.port());
        assertEquals("::1", config.bind());
    }

    @Test
    void a_blank_value_counts_as_missing() {
        assertEquals(
                3001,
                ConfigReader.read(Map.of("VITARAVOX_PORT", " "), Optional.empty())
                        .port());
    }

    @Test
    void an_unknown_key_of_ours_is_an_error_but_for_those_of_tests() {
        assertEquals(
                List.of(
                        "Unknown key VITARAVOX_PROT in the environment: see docs/configuration.md for those there are."),
                problems(Map.of("VITARAVOX_PROT", "1", "VITARAVOX_TEST_X", "1", "OTHER", "1")));
    }

    @Test
    void any_unknown_key_in_the_file_is_an_error() throws IOException {
        Path file = file("DATABASE_ULR=x\nVITARAVOX_TEST_X=1\n");

        ConfigException refused =
                assertThrows(ConfigException.class, () -> ConfigReader.read(Map.of(), Optional.of(file)));

        assertEquals(1, refused.problems().size());
        assertTrue(refused.getMessage().startsWith("Unknown key DATABASE_ULR"));
    }

    @Test
    void a_file_that_is_not_there_is_an_error() {
        ConfigException refused = assertThrows(
                ConfigException.class,
                () -> ConfigReader.read(Map.of(), Optional.of(directory.resolve("none.properties"))));

        assertTrue(refused.getMessage().contains("none.properties cannot be read"));
    }

    @Test
    void everything_that_is_wrong_is_named_at_once_and_no_value_repeated() {
        List<String> problems = problems(Map.of(
                "VITARAVOX_PORT", "eighty-eight",
                "VITARAVOX_WEBHOOK_AUTH", "open-door",
                "VITARAVOX_PUBLIC_URL", "http://plain.example",
                "DATABASE_URL", "mysql://me:sesame@host/db",
                "VITARAVOX_TOOL_DEADLINE_MS", "99999999"));

        assertEquals(5, problems.size());
        assertTrue(problems.get(0).startsWith("DATABASE_URL is not of the form"));
        String all = String.join("\n", problems);
        for (String value : List.of("eighty", "open-door", "plain.example", "sesame")) {
            assertFalse(all.contains(value), value);
        }
    }

    @Test
    void the_text_of_a_configuration_holds_no_secret() {
        ServerConfig config = ConfigReader.read(
                Map.of(
                        "DATABASE_URL", "postgresql://me:sesame1@host/db",
                        "VITARAVOX_MIGRATION_DATABASE_URL", "postgresql://me:sesame2@host/db",
                        "VITARAVOX_WEBHOOK_SECRET", "sesame3",
                        "VITARAVOX_WEBHOOK_SECRET_PREVIOUS", "sesame4"),
                Optional.empty());

        assertFalse(config.toString().contains("sesame"));
    }

    private List<String> problems(Map<String, String> environment) {
        return assertThrows(ConfigException.class, () -> ConfigReader.read(environment, Optional.empty()))
                .problems();
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("vitaravox.properties"), text);
    }

    @Test
    void vapi_is_reached_over_https_and_only_a_stand_in_on_this_machine_without() {
        for (String good : List.of("https://api.vapi.ai", "https://api.eu.vapi.ai:8443", "http://127.0.0.1:4242")) {
            assertEquals(
                    good,
                    ConfigReader.read(Map.of("VITARAVOX_VAPI_URL", good), Optional.empty())
                            .vapi()
                            .vapiUrl()
                            .toString());
        }
        for (String bad : List.of("http://api.vapi.ai", "https://api.vapi.ai/path", "http://127.0.0.1.example:80")) {
            Map<String, String> environment = Map.of("VITARAVOX_VAPI_URL", bad);
            assertThrows(ConfigException.class, () -> ConfigReader.read(environment, Optional.empty()), bad);
        }
    }

    @Test
    void assistants_are_made_of_what_is_configured_and_record_where_it_is_said() {
        ServerConfig config = ConfigReader.read(
                Map.of(
                        "VITARAVOX_ASSISTANT_VOICE_FR", "azure/fr-CA-JeanNeural",
                        "VITARAVOX_ASSISTANT_RECORDING", "harbourview, cedar-lane",
                        "VITARAVOX_CALL_CONTROL_HOSTS", "none"),
                Optional.empty());
        assertEquals(
                "fr-CA-JeanNeural",
                config.assistants().voices().get(Language.FRENCH).name());
        assertEquals(
                Set.of(new ClinicId("harbourview"), new ClinicId("cedar-lane")),
                config.assistants().recorded());
        assertFalse(config.assistants().callControl(), "the platform is to ask then");
        assertEquals(
                AssistantSettings.USUAL,
                ConfigReader.read(Map.of(), Optional.empty()).assistants());
    }
}
