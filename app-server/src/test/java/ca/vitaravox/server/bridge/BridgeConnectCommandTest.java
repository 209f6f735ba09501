package ca.vitaravox.server.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.oscar.bridge.Bridge;
import ca.vitaravox.oscar.bridge.BridgeServer;
import ca.vitaravox.oscar.connect.Trouble;
import ca.vitaravox.oscar.rest.OnceOnly;
import ca.vitaravox.oscar.rest.OscarMeans;
import ca.vitaravox.oscar.standin.Browser;
import ca.vitaravox.oscar.standin.ClientRow;
import ca.vitaravox.oscar.standin.Fault;
import ca.vitaravox.oscar.standin.Line;
import ca.vitaravox.oscar.standin.LoginRow;
import ca.vitaravox.oscar.standin.ProviderRow;
import ca.vitaravox.oscar.standin.StandInOscar;
import ca.vitaravox.oscar.standin.StandInSettings;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.patient.ChartQuery;
import ca.vitaravox.server.emr.TroubleWords;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

/** Somebody at the clinic gets the bridge its token: at a terminal, and with a browser on the same machine. */
class BridgeConnectCommandTest {
    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final LoginRow MARA = new LoginRow("mara", "correct horse", "1117", "900");
    private static final InputStream NOTHING = InputStream.nullInputStream();
    private static final long PATIENCE_SECONDS = 60;

    @TempDir
    private Path folder;

    private StandInOscar oscar;
    private Path file;

    private void start(Line line) {
        oscar = StandInOscar.start(new StandInSettings(
                line,
                ZoneId.of("America/Vancouver"),
                InstantSource.system(),
                () -> UUID.randomUUID().toString(),
                0));
        oscar.tables().providers().add(ProviderRow.integration("900"));
        oscar.tables().clients().put("key", new ClientRow("key", "secret", "http://127.0.0.1:", -1));
        oscar.tables().logins().add(MARA);
    }

    @BeforeEach
    void no_file_yet() {
        file = folder.resolve("bridge.properties");
    }

    @AfterEach
    void close() {
        oscar.close();
    }

    private void write(String secret) throws IOException {
        Files.writeString(file, """
                # of Harbourview
                clinic=harbourview
                clinic-zone=America/Vancouver
                api-key=%s
                port=0

                oscar=%s
                client-key=key
                client-secret=%s
                token=
                # ours
                longest-visit-minutes=45
                """.formatted(KEY, oscar.baseUrl(), secret));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    /** What came of the command: its exit code, and all it wrote. */
    private record Ran(int status, String output) {}

    /** Runs the command, with somebody who opens the page that it shows. */
    private Ran run(UnaryOperator<String> browser, String... arguments) throws Exception {
        PipedReader pipe = new PipedReader(10_000);
        PrintWriter out = new PrintWriter(new PipedWriter(pipe), true);
        StringWriter refusals = new StringWriter();
        CompletableFuture<Integer> status = CompletableFuture.supplyAsync(() -> {
            try (out) {
                return command(NOTHING, out, refusals).execute(arguments);
            }
        });
        try (BufferedReader terminal = new BufferedReader(pipe)) {
            StringBuilder output = new StringBuilder();
            for (String line = terminal.readLine(); line != null; line = terminal.readLine()) {
                output.append(line).append('\n');
                if (line.startsWith("http")) {
                    browser.apply(line);
                }
            }
            return new Ran(status.get(PATIENCE_SECONDS, TimeUnit.SECONDS), output + refusals.toString());
        }
    }

    private static CommandLine command(InputStream in, PrintWriter out, StringWriter refusals) {
        return new CommandLine(new BridgeConnectCommand(in))
                .setOut(out)
                .setExecutionExceptionHandler((refused, line, parsed) -> {
                    refusals.write(refused.getMessage());
                    return CommandLine.ExitCode.SOFTWARE;
                });
    }

    private static String consent(String page) {
        try {
            return new Browser(MARA).consent(URI.create(page));
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    private static int comeBack(String back) {
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(back)).build(), BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException | InterruptedException broken) {
            throw new AssertionError(broken);
        }
    }

    private String consentAndComeBack(String page) {
        assertEquals(200, comeBack(consent(page)));
        return page;
    }

    @ParameterizedTest
    @EnumSource
    void whoever_says_yes_in_a_browser_connects_the_bridge(Line line) throws Exception {
        start(line);
        write("secret");

        Ran ran = run(this::consentAndComeBack, file.toString(), "--port", "0");

        assertEquals(0, ran.status(), ran.output());
        assertTrue(ran.output().contains("its provider 900"), ran.output());
        List<String> lines = Files.readAllLines(file);
        assertEquals("# of Harbourview", lines.get(0));
        assertTrue(lines.contains("# ours") && lines.contains("longest-visit-minutes=45"), lines::toString);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        BridgeFile written = BridgeFile.read(file);
        assertFalse(ran.output().contains(written.settings().credentials().tokenSecret()), ran.output());
        assertAnswers(written);
    }

    /** A bridge with the token of this file. */
    private void assertAnswers(BridgeFile settings) {
        Duration patience = Duration.ofSeconds(20);
        OscarMeans means = new OscarMeans(
                OnceOnly.client(patience),
                InstantSource.system(),
                () -> UUID.randomUUID().toString(),
                patience);
        ClinicId clinic = new ClinicId("harbourview");
        try (BridgeServer server = BridgeCommand.start(settings, means);
                Bridge bridge = new Bridge(clinic, URI.create("http://127.0.0.1:" + server.port()), KEY, means)) {
            assertEquals(
                    List.of(),
                    bridge.search(
                            clinic,
                            new ChartQuery.ByPhone(new PhoneNumber("+16045550142")),
                            new Deadline(Instant.now().plus(patience))));
        }
    }

    @Test
    void an_address_that_a_proxy_rewrites_is_found_and_kept() throws Exception {
        start(Line.CLASSIC);
        oscar.site().setScheme("https");
        write("secret");

        assertEquals(
                0, run(this::consentAndComeBack, file.toString(), "--port", "0").status());

        assertEquals("https", BridgeFile.read(file).oscar().signingBase().getScheme());
        assertAnswers(BridgeFile.read(file));
    }

    @Test
    void where_no_browser_comes_back_the_code_is_typed_in() throws Exception {
        start(Line.OPEN_O);
        write("secret");
        try (LateInput typed = new LateInput()) {
            StringWriter refusals = new StringWriter();
            StringWriter output = new StringWriter() {
                @Override
                public void write(String text, int from, int length) {
                    super.write(text, from, length);
                    if (text.startsWith("http")) {
                        typed.give(consent(text) + "\n");
                    }
                }
            };

            int status = command(typed, new PrintWriter(output), refusals).execute(file.toString(), "--oob");

            assertEquals(0, status, refusals::toString);
            assertAnswers(BridgeFile.read(file));
        }
    }

    /** What is typed in once something is there to be typed in. */
    private static final class LateInput extends InputStream {
        private InputStream given = NOTHING;

        void give(String text) {
            given = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public int read() throws IOException {
            return given.read();
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            return given.read(into, from, length);
        }
    }

    @Test
    void another_state_is_turned_away_and_what_came_is_taken_once() throws Exception {
        start(Line.OPEN_O);
        write("secret");

        Ran ran = run(
                page -> {
                    String back = consent(page);
                    assertEquals(410, comeBack(back.replaceFirst("state=[^&]{5}", "state=wrong")));
                    assertEquals(410, comeBack(back.replaceFirst("&oauth_verifier=[^&]+", "")));
                    assertEquals(200, comeBack(back));
                    return page;
                },
                file.toString(),
                "--port",
                "0");

        assertEquals(0, ran.status(), ran.output());
    }

    @Test
    void what_is_in_the_way_is_said_and_the_file_stays_as_it_was() throws Exception {
        start(Line.CLASSIC);
        write("another");
        String before = Files.readString(file);
        assertRefused("Its secret is another, or its URI", file.toString(), "--port", "0");
        assertEquals(before, Files.readString(file));

        write("secret");
        assertRefused(of(new Trouble.ClientRefused("oob")), file.toString(), "--oob");
        oscar.faults().everywhere(Fault.drop());
        assertRefused(of(new Trouble.Unreachable("")), file.toString(), "--port", "0");
        assertEquals(before.replace("another", "secret"), Files.readString(file));
    }

    private static String of(Trouble trouble) {
        return TroubleWords.of(trouble).message();
    }

    private void assertRefused(String why, String... arguments) throws Exception {
        Ran ran = run(this::consentAndComeBack, arguments);
        assertEquals(1, ran.status(), ran.output());
        assertTrue(ran.output().contains(why), ran.output());
    }

    @Test
    void a_file_that_says_a_thing_twice_is_not_written_to() throws Exception {
        start(Line.OPEN_O);
        write("secret");
        Files.writeString(file, Files.readString(file) + "token-secret=\\\n  continued\n");
        String before = Files.readString(file);
        assertRefused("give every setting one line", file.toString(), "--port", "0");
        assertEquals(before.strip(), Files.readString(file).strip());
    }
}
