package ca.vitaravox.server.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.server.Main;
import ca.vitaravox.server.testing.ChildProcess;
import ca.vitaravox.server.testing.Folders;
import ca.vitaravox.server.testing.Phone;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoIT {
    private static final List<String> PERSONAL =
            List.of("Robin", "Castellan", "MacLeod", "Siob", "Zhang", "Tremblay", "604555", "555-014", "1985-03-15");

    @TempDir
    private Path directory;

    @Test
    void a_demo_books_and_the_next_on_kept_data_books_again() throws IOException, InterruptedException {
        Folders.ready(directory);

        String first = exited(0, "--exit", "--fresh");
        assertTrue(first.contains("caller     Robin."), first);
        for (String tool : List.of(
                "search_patient_by_phone", "find_earliest_appointment", "create_appointment", "log_call_metadata")) {
            assertTrue(
                    Pattern.compile("> " + tool + " .*  ok, [0-9]+ ms")
                            .matcher(first)
                            .find(),
                    first);
        }
        assertTrue(first.strip()
                .lines()
                .reduce((one, next) -> next)
                .orElseThrow()
                .matches("In the clinic's EMR now: appointment [0-9]+, .* with .*, checkup, 15 minutes, for"
                        + " Robin Castellan\\."));
        assertFalse(first.contains("Cancelled what"), first);

        String second = exited(0, "--exit");
        assertTrue(second.contains("Cancelled what the last demo booked: appointment"), second);
        assertTrue(second.contains("In the clinic's EMR now"), second);

        assertNothingPersonalIn("server.log");
        assertNothingPersonalIn("postgres.log");
        assertTrue(Files.readString(directory.resolve("server.log")).contains("create_appointment"));
    }

    @Test
    void a_demo_stays_up_tells_how_to_use_it_and_ends_when_asked_to() throws Exception {
        Folders.ready(directory);
        try (ChildProcess demo = demo(Map.of(), "--no-call")) {
            String web = demo.lineWith(line -> line.strip().startsWith("Web ")).strip();
            String health =
                    demo.lineWith(line -> line.strip().startsWith("Health")).strip();
            String login =
                    demo.lineWith(line -> line.strip().startsWith("Logins")).strip();
            demo.lineWith(line -> line.contains("admin@demo.test"));
            String manager =
                    demo.lineWith(line -> line.contains("manager@demo.test")).strip();
            String url = demo.lineWith(line -> line.contains("curl"));
            String authorization = demo.lineWith(line -> line.contains("Authorization"));
            String data = demo.lineWith(line -> line.contains("-d '"));

            assertEquals(
                    200,
                    Phone.send(HttpRequest.newBuilder(URI.create(health.split("\\s+")[1])))
                            .statusCode());
            HttpResponse<String> door =
                    Phone.send(HttpRequest.newBuilder(URI.create(web.split("\\s+")[1] + "sign-in")));
            assertEquals(200, door.statusCode());
            assertTrue(door.body().contains("<form"), door::body);
            HttpResponse<String> in = Phone.send(HttpRequest.newBuilder(URI.create(login.split("\\s+")[1]))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "{\"email\":\"manager@demo.test\",\"password\":\"" + manager.split("\\s+")[1] + "\"}")));
            assertEquals(200, in.statusCode(), in::body);
            assertTrue(in.body().contains("\"standing\":\"full\"") && in.body().contains("harbourview"), in::body);
            HttpResponse<String> tried =
                    Phone.send(HttpRequest.newBuilder(URI.create(url.strip().split(" ")[2]))
                            .header("Content-Type", "application/json")
                            .header(
                                    "Authorization",
                                    authorization.replaceAll(".*Authorization: (Bearer [0-9a-f]{64})\".*", "$1"))
                            .POST(HttpRequest.BodyPublishers.ofString(data.replaceAll(".*-d '(.*)'", "$1"))));
            assertEquals(200, tried.statusCode());
            assertTrue(tried.body().contains("Harbourview Family Clinic"), tried::body);

            try (ChildProcess second = demo(Map.of(), "--no-call")) {
                assertTrue(second.lineWith(line -> !line.isBlank()).startsWith("Another demo is using "));
                assertEquals(1, second.exitCode());
            }
            ProcessHandle postgres = ProcessHandle.of(
                            Long.parseLong(Files.readAllLines(directory.resolve("pg17/postmaster.pid"))
                                    .get(0)))
                    .orElseThrow();
            demo.terminate();
            assertEquals(143, demo.exitCode());
            postgres.onExit().get(60, TimeUnit.SECONDS);
        }
    }

    @Test
    void a_given_secret_is_never_printed() throws IOException, InterruptedException {
        Folders.ready(directory);
        String secret = "0b6e42d87fa9135cce81f2d490a763bb";
        try (ChildProcess demo = demo(Map.of("VITARAVOX_WEBHOOK_SECRET", secret))) {
            assertTrue(
                    demo.lineWith(line -> line.contains("Authorization")).contains("Bearer $VITARAVOX_WEBHOOK_SECRET"));
            demo.terminate();
            assertEquals(143, demo.exitCode());
            assertFalse(String.join("\n", demo.rest()).contains(secret));
        }
        assertFalse(Files.readString(directory.resolve("server.log")).contains(secret));
    }

    private String exited(int status, String... arguments) throws IOException, InterruptedException {
        try (ChildProcess demo = demo(Map.of(), arguments)) {
            String output = String.join("\n", demo.rest());
            assertEquals(status, demo.exitCode(), output);
            return output;
        }
    }

    private ChildProcess demo(Map<String, String> environment, String... arguments) throws IOException {
        String[] all = new String[arguments.length + 5];
        System.arraycopy(arguments, 0, all, 5, arguments.length);
        all[0] = "demo";
        all[1] = "--port";
        all[2] = "0";
        all[3] = "--data";
        all[4] = directory.toString();
        return ChildProcess.run(Main.class, environment, all);
    }

    private void assertNothingPersonalIn(String log) throws IOException {
        // times and random ids have digits of their own
        String text = Files.readString(directory.resolve(log))
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "");
        PERSONAL.forEach(each -> assertFalse(text.contains(each), () -> each + " in " + log + ":\n" + text));
    }
}
