package ca.vitaravox.server.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ca.vitaravox.server.testing.Image;
import ca.vitaravox.server.testing.OwnDatabase;
import ca.vitaravox.server.testing.Phone;
import ca.vitaravox.server.testing.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What is in the container image, and that it runs as it says. */
@Timeout(300)
class ImageIT {
    private static final String NOBODY = "65532:65532";
    private static final int OTHERS_WRITE = "drwxrwxr".length();

    @TempDir
    private static Path directory;

    private static Image image;

    @BeforeAll
    static void unpack() throws Exception {
        Optional<String> lacking = Image.lacking();
        lacking.ifPresent(
                why -> LoggerFactory.getLogger(ImageIT.class).warn("the container image is not tested: {}", why));
        assumeTrue(lacking.isEmpty(), () -> lacking.orElse(""));
        image = Image.in(directory);
    }

    @AfterAll
    static void forget() {
        image = null;
    }

    @Test
    void it_runs_as_a_user_who_is_nobody_and_owns_nothing_in_it() throws Exception {
        assertEquals(NOBODY, image.config().get("User").asText());
        List<String> files = image.listed();
        assertTrue(files.size() > 50, files::toString);
        assertEquals(
                List.of(),
                files.stream().filter(each -> !each.contains(" 0/0 ")).toList(),
                "all is root's");
        assertEquals(
                List.of("var/cache/vitaravox/"),
                files.stream()
                        .filter(each -> each.charAt(OTHERS_WRITE) == 'w')
                        .map(each -> each.substring(each.lastIndexOf(' ') + 1))
                        .toList(),
                "what others may write");
    }

    @Test
    void it_says_what_it_runs_where_it_listens_and_what_it_keeps_and_holds_no_setting() {
        JsonNode config = image.config();

        assertEquals("[\"/app/vitaravox\"]", config.get("Entrypoint").toString());
        assertEquals("[\"serve\"]", config.get("Cmd").toString());
        assertEquals("{\"3001/tcp\":{}}", config.get("ExposedPorts").toString());
        assertEquals("{\"/var/cache/vitaravox\":{}}", config.get("Volumes").toString());
        assertTrue(!config.path("Env").toString().contains("VITARAVOX"), config::toString);
    }

    @Test
    void its_contents_serve_on_java_25_and_start_from_what_the_start_before_learned() throws Exception {
        try (OwnDatabase database = OwnDatabase.start(Files.createDirectory(directory.resolve("data")))) {
            try (Running first = Running.of(database, Map.of("VITARAVOX_LEARN", "first"))) {
                assertReady(first);
            }
            try (Stream<Path> kept = Files.list(image.root().resolve("var/cache/vitaravox"))) {
                assertEquals(
                        1, kept.filter(each -> each.toString().endsWith(".aot")).count());
            }
            // Java ends at once where it cannot use the cache
            try (Running second = Running.of(
                    database,
                    Map.of("VITARAVOX_LEARN", "never", "JDK_JAVA_OPTIONS", "-XX:AOTMode=on -Xlog:aot=error"))) {
                assertReady(second);
            }
        }
    }

    @Test
    void it_runs_every_other_command_too() throws Exception {
        Process said = image.start(Map.of(), "--help");

        String help = new String(said.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, said.waitFor(), help);
        assertTrue(help.contains("migrate") && help.contains("doctor"), help);
    }

    private static void assertReady(Running server) {
        String ready = Phone.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/health/ready")))
                .body();
        assertEquals("{\"status\":\"up\"}", ready);
    }

    /** The image with a database. */
    private record Running(Process process, int port) implements AutoCloseable {
        private static final String LISTENS = "listens on";

        static Running of(OwnDatabase database, Map<String, String> more) throws IOException {
            Map<String, String> environment = new HashMap<>(Map.of(
                    "DATABASE_URL",
                    database.url(),
                    "VITARAVOX_PORT",
                    "0",
                    "VITARAVOX_DRAIN_MS",
                    "0",
                    "VITARAVOX_LOG_FORMAT",
                    "json",
                    "VITARAVOX_WEBHOOK_SECRET",
                    TestServer.SECRET,
                    "VITARAVOX_JWT_SECRET",
                    TestServer.JWT_SECRET,
                    "VITARAVOX_ENCRYPTION_KEYS",
                    TestServer.ENCRYPTION_KEYS));
            environment.putAll(more);
            Process process = image.start(environment);
            StringBuilder said = new StringBuilder();
            BufferedReader output =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                said.append(line).append('\n');
                if (line.contains(LISTENS)) {
                    String message = Phone.read(line).get("message").asText();
                    return new Running(process, Integer.parseInt(message.substring(message.lastIndexOf(':') + 1)));
                }
            }
            throw new AssertionError("it ended and had said only:\n" + said);
        }

        /** All of it: who became another user does not end with who started it. */
        @Override
        public void close() {
            process.descendants().toList().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().onExit().join();
        }
    }
}
