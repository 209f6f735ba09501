package ca.vitaravox.server.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.server.Main;
import ca.vitaravox.server.config.DatabaseUrl;
import ca.vitaravox.server.config.Secret;
import ca.vitaravox.server.demo.DataFolder;
import ca.vitaravox.server.demo.EmbeddedDatabase;
import ca.vitaravox.server.testing.ChildProcess;
import ca.vitaravox.server.testing.Folders;
import ca.vitaravox.server.testing.Phone;
import ca.vitaravox.server.testing.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeIT {
    @TempDir
    private static Path directory;

    private static DataFolder folder;
    private static EmbeddedDatabase postgres;

    @BeforeAll
    static void start() throws IOException {
        folder = DataFolder.open(Folders.ready(directory));
        postgres = EmbeddedDatabase.start(folder);
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
        folder.close();
    }

    @Test
    void serve_refuses_until_the_database_is_as_it_must_be_then_serves_and_ends_in_order() throws Exception {
        String old = output(1, environment(postgres.asApplication()), "serve");
        assertTrue(old.contains("  - DATABASE_URL: The database has no tables of ours yet"), old);
        assertTrue(old.contains("`./vitaravox migrate`"), old);

        String gone = output(
                1,
                environment(new DatabaseUrl(
                        "jdbc:postgresql://127.0.0.1:1/vitaravox", "app", Optional.of(new Secret("word")))),
                "serve");
        assertTrue(gone.contains("does not answer"), gone);

        Map<String, String> owner = Map.of("VITARAVOX_MIGRATION_DATABASE_URL", url(postgres.asOwner()));
        assertEquals("The tables are up to date.", output(0, owner, "migrate"));
        assertEquals("The tables are up to date.", output(0, owner, "migrate"));

        String powerful = output(1, environment(postgres.asOwner()), "serve");
        assertTrue(powerful.contains("could lift row-level security"), powerful);

        serves();
    }

    private void serves() throws Exception {
        Map<String, String> environment = environment(postgres.asApplication());
        environment.put("VITARAVOX_LOG_FORMAT", "json");
        try (ChildProcess server = ChildProcess.run(Main.class, environment, "serve")) {
            JsonNode ready = Phone.read(server.lineWith(line -> line.contains("listens on")));
            String message = ready.get("message").asText();
            int port = Integer.parseInt(message.substring(message.lastIndexOf(':') + 1));

            for (String path : List.of("/health", "/health/live", "/health/ready")) {
                assertEquals(
                        200,
                        Phone.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)))
                                .statusCode());
            }
            // the default is the secret itself: a signature alone opens nothing
            assertEquals(
                    401,
                    Phone.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/vapi"))
                                    .header("Content-Type", "application/json")
                                    .header("x-signature", "00")
                                    .header("x-timestamp", "0")
                                    .POST(HttpRequest.BodyPublishers.ofString("{}")))
                            .statusCode());
            server.terminate();
            assertEquals(143, server.exitCode());
            String log = String.join("\n", server.rest());
            assertFalse(log.contains("WARN") || log.contains("ERROR"), log);
            assertFalse(log.contains(TestServer.SECRET), log);
        }
    }

    private static Map<String, String> environment(DatabaseUrl database) {
        Map<String, String> environment = new HashMap<>();
        environment.put("DATABASE_URL", url(database));
        environment.put("VITARAVOX_WEBHOOK_SECRET", TestServer.SECRET);
        environment.put("VITARAVOX_JWT_SECRET", TestServer.JWT_SECRET);
        environment.put("VITARAVOX_ENCRYPTION_KEYS", TestServer.ENCRYPTION_KEYS);
        environment.put("VITARAVOX_PORT", "0");
        environment.put("VITARAVOX_DRAIN_MS", "0");
        return environment;
    }

    private static String url(DatabaseUrl database) {
        return database.jdbcUrl() + "?user=" + database.user() + "&password="
                + database.password().map(Secret::value).orElseThrow();
    }

    private static String output(int status, Map<String, String> environment, String command)
            throws IOException, InterruptedException {
        try (ChildProcess process = ChildProcess.run(Main.class, environment, command)) {
            String output = String.join("\n", process.rest());
            assertEquals(status, process.exitCode(), output);
            assertFalse(output.contains(TestServer.SECRET), output);
            return output;
        }
    }
}
