package ca.vitaravox.oscar.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.oscar.connect.Trouble;
import ca.vitaravox.oscar.rest.OnceOnly;
import ca.vitaravox.oscar.rest.OscarMeans;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.Appointments;
import ca.vitaravox.ports.booking.CodedTime;
import ca.vitaravox.ports.booking.NewAppointment;
import ca.vitaravox.ports.booking.WriteResult;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.ports.patient.PatientId;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BridgeTest {
    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final String RELEASE = "1.4.0";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final Set<ProviderId> PROVIDERS = Set.of(new ProviderId("101"));
    private static final AppointmentId APPOINTMENT = new AppointmentId("7");
    private static final CodedTime TIME =
            new CodedTime(new ProviderId("101"), DAY.atTime(9, 0), DAY.atTime(10, 0), "1");
    private static final HttpClient HTTP = OnceOnly.client(Duration.ofSeconds(20));

    private final ClinicId clinic = Fresh.clinic();
    private final List<AppointmentId> cancelled = new ArrayList<>();
    private final AtomicReference<Consumer<Deadline>> oscar = new AtomicReference<>(deadline -> {});
    private final AtomicBoolean leftAlone = new AtomicBoolean();
    private final AtomicReference<Runnable> schedule = new AtomicReference<>(() -> {});
    private final AtomicReference<Deadline> lastAsked = new AtomicReference<>();
    private final AtomicReference<Runnable> afterwards = new AtomicReference<>(() -> {});
    private final BridgeServer server = start(Optional.empty());

    @AfterEach
    void close() {
        server.close();
    }

    private BridgeServer start(Optional<BridgeSettings.Certificate> certificate) {
        return BridgeServer.start(
                new BridgeSettings(clinic, KEY, "127.0.0.1", 0, certificate),
                new BridgeServer.Emr(
                        null,
                        new Cancelling(),
                        Optional.of((ofClinic, providers, first, last, deadline) -> times(deadline)),
                        deadline -> oscar.get().accept(deadline),
                        leftAlone::get),
                RELEASE,
                InstantSource.system());
    }

    private List<CodedTime> times(Deadline deadline) {
        lastAsked.set(deadline);
        schedule.get().run();
        return List.of(TIME);
    }

    private Bridge bridge(String key) {
        return bridge(URI.create("http://127.0.0.1:" + server.port()), key, HTTP);
    }

    private Bridge bridge(URI base, String key, HttpClient http) {
        return new Bridge(
                clinic, base, key, new OscarMeans(http, InstantSource.system(), Fresh::hex, Duration.ofSeconds(20)));
    }

    private static Deadline inTime() {
        return new Deadline(Instant.now().plusSeconds(20));
    }

    @Test
    void an_order_and_a_schedule_go_over_the_bridge() {
        assertEquals(new WriteResult.Written(APPOINTMENT), bridge(KEY).cancel(clinic, APPOINTMENT, inTime()));
        assertEquals(List.of(APPOINTMENT), cancelled);
        assertEquals(List.of(TIME), bridge(KEY).times(clinic, PROVIDERS, DAY, DAY, inTime()));
    }

    @Test
    void a_wrong_key_does_nothing_and_says_so() {
        Bridge stranger = bridge(KEY.replace('0', '1'));

        assertInstanceOf(WriteResult.NotWritten.class, stranger.cancel(clinic, APPOINTMENT, inTime()));
        assertThrows(EmrUnavailableException.class, () -> stranger.times(clinic, PROVIDERS, DAY, DAY, inTime()));
        assertEquals(List.of(), cancelled);
    }

    @Test
    void another_clinic_is_refused_at_both_ends() throws Exception {
        assertThrows(IllegalArgumentException.class, () -> bridge(KEY).cancel(Fresh.clinic(), APPOINTMENT, inTime()));
        assertEquals(403, post("{\"appointment\":\"7\"}", "elsewhere"));
        assertEquals(List.of(), cancelled);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{}", "{\"appointment\":null}", "{\"appointment\":\"\"}", "{\"appointment\":[7]}"})
    void what_cannot_be_read_does_nothing(String body) throws Exception {
        assertEquals(400, post(body, clinic.value()));
        assertEquals(List.of(), cancelled);
    }

    @Test
    void what_breaks_after_it_was_done_is_not_said_to_have_been_left_undone() {
        afterwards.set(() -> {
            throw new IllegalArgumentException("a value that nobody expected");
        });

        assertInstanceOf(WriteResult.Unknown.class, bridge(KEY).cancel(clinic, APPOINTMENT, inTime()));
        assertEquals(List.of(APPOINTMENT), cancelled);
    }

    @ParameterizedTest
    @CsvSource({"0, 200", "1, 413"})
    void a_question_has_64_kib_at_most(int more, int status) throws Exception {
        String question = "{\"appointment\":\"7\"}";
        assertEquals(status, post(question + " ".repeat(Question.LONGEST - question.length() + more), clinic.value()));
    }

    private int post(String body, String asClinic) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.port() + Question.Cancel.PATH))
                .header("Authorization", "Bearer " + KEY)
                .header("X-Clinic", asClinic)
                .POST(BodyPublishers.ofString(body))
                .build();
        return HTTP.send(request, BodyHandlers.discarding()).statusCode();
    }

    @Test
    void a_bridge_that_is_not_there_wrote_nothing_and_one_that_hangs_up_may_have() throws IOException {
        URI gone;
        try (ServerSocket hangsUp = new ServerSocket(0)) {
            gone = URI.create("http://127.0.0.1:" + hangsUp.getLocalPort());
            Thread server = new Thread(() -> hangUp(hangsUp));
            server.start();
            assertInstanceOf(WriteResult.Unknown.class, bridge(gone, KEY, HTTP).cancel(clinic, APPOINTMENT, inTime()));
        }
        assertInstanceOf(WriteResult.NotWritten.class, bridge(gone, KEY, HTTP).cancel(clinic, APPOINTMENT, inTime()));
    }

    @Test
    void it_answers_32_questions_at_a_time_and_tells_the_33rd_that_nothing_was_done() throws Exception {
        CountDownLatch asked = new CountDownLatch(BridgeServer.AT_ONCE);
        CountDownLatch answer = new CountDownLatch(1);
        schedule.set(() -> {
            asked.countDown();
            await(answer);
        });
        List<CompletableFuture<Integer>> answers = new ArrayList<>();
        for (int number = 0; number < BridgeServer.AT_ONCE; number++) {
            answers.add(HTTP.sendAsync(times(KEY), BodyHandlers.discarding()).thenApply(HttpResponse::statusCode));
        }
        await(asked);

        assertEquals(429, post("{\"appointment\":\"7\"}", clinic.value()));
        assertEquals(
                new WriteResult.NotWritten("the bridge answered 429"),
                bridge(KEY).cancel(clinic, APPOINTMENT, inTime()));
        assertEquals(List.of(), cancelled);

        answer.countDown();
        for (CompletableFuture<Integer> each : answers) {
            assertEquals(200, each.get(20, TimeUnit.SECONDS));
        }
        assertEquals(200, post("{\"appointment\":\"7\"}", clinic.value()));
    }

    private HttpRequest times(String key) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + Question.On.TIMES))
                .header("Authorization", "Bearer " + key)
                .header("X-Clinic", clinic.value())
                .POST(BodyPublishers.ofString(
                        "{\"providers\":[\"101\"],\"first\":\"2026-11-24\",\"last\":\"2026-11-24\"}"))
                .build();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(20, TimeUnit.SECONDS));
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
    }

    private Optional<Trouble> trouble(ClinicId ofClinic, String base, String key, String release) {
        OscarMeans means = new OscarMeans(HTTP, InstantSource.system(), Fresh::hex, Duration.ofSeconds(20));
        return new BridgeTrial(means, release).at(ofClinic, URI.create(base), key, inTime());
    }

    @Test
    void the_trial_of_a_bridge_tells_what_is_in_the_way() throws IOException {
        String base = "http://127.0.0.1:" + server.port();
        assertEquals(Optional.empty(), trouble(clinic, base, KEY, RELEASE));
        assertEquals(
                Optional.of(new Trouble.BridgeKeyRefused()), trouble(clinic, base, KEY.replace('0', '1'), RELEASE));
        assertEquals(Optional.of(new Trouble.BridgeOfAnother()), trouble(Fresh.clinic(), base, KEY, RELEASE));
        assertEquals(
                Optional.of(new Trouble.BridgeReleaseDiffers(Optional.of(RELEASE), "1.5.0")),
                trouble(clinic, base, KEY, "1.5.0"));
        assertEquals(
                Optional.of(new Trouble.BridgeReleaseDiffers(Optional.empty(), RELEASE)),
                trouble(clinic, base + "/elsewhere", KEY, RELEASE));
        oscar.set(deadline -> {
            throw new EmrUnavailableException("OSCAR refused the token");
        });
        assertEquals(Optional.of(new Trouble.BridgedSilent()), trouble(clinic, base, KEY, RELEASE));
        server.close();
        assertEquals(Optional.of(new Trouble.BridgeUnreachable()), trouble(clinic, base, KEY, RELEASE));
    }

    /** The bridge's clock stands still, so that the time is what it was told it has, and no more than it gives anybody. */
    @ParameterizedTest
    @CsvSource({"10000, 5000", "1001, 500", "14999, 7499", "15000, 7500", "15001, 7500", "600000, 7500"})
    void its_oscar_gets_half_the_time_to_answer(long given, long half) throws Exception {
        Instant still = Instant.parse("2026-11-24T15:00:00Z");
        AtomicReference<Duration> left = new AtomicReference<>();
        try (BridgeServer bridge = BridgeServer.start(
                new BridgeSettings(clinic, KEY, "127.0.0.1", 0, Optional.empty()),
                new BridgeServer.Emr(
                        null, null, Optional.empty(), deadline -> left.set(deadline.left(still)), () -> false),
                RELEASE,
                () -> still)) {
            HttpRequest health = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + bridge.port() + Question.Health.PATH))
                    .header("Authorization", "Bearer " + KEY)
                    .header("X-Clinic", clinic.value())
                    .header(Question.LEFT, Long.toString(given))
                    .POST(BodyPublishers.ofString("{}"))
                    .build();

            assertEquals(200, HTTP.send(health, BodyHandlers.discarding()).statusCode());
            assertEquals(Duration.ofMillis(half), left.get().truncatedTo(ChronoUnit.MILLIS));
        }
    }

    @Test
    void whether_its_emr_is_left_alone_comes_with_every_answer() {
        Bridge bridge = bridge(KEY);
        schedule.set(() -> {
            throw new EmrUnavailableException("OSCAR is silent");
        });
        assertThrows(EmrUnavailableException.class, () -> bridge.times(clinic, PROVIDERS, DAY, DAY, inTime()));
        assertFalse(bridge.isLeftAlone());
        leftAlone.set(true);
        assertThrows(EmrUnavailableException.class, () -> bridge.times(clinic, PROVIDERS, DAY, DAY, inTime()));
        assertTrue(bridge.isLeftAlone());

        leftAlone.set(false);
        schedule.set(() -> {});
        assertEquals(List.of(TIME), bridge.times(clinic, PROVIDERS, DAY, DAY, inTime()));
        assertFalse(bridge.isLeftAlone());
    }

    @Test
    void whether_somebody_is_on_the_phone_goes_over_the_bridge() {
        Bridge bridge = bridge(KEY);
        bridge.times(clinic, PROVIDERS, DAY, DAY, inTime());
        assertTrue(lastAsked.get().onPhone());
        bridge.times(clinic, PROVIDERS, DAY, DAY, Deadline.ofWork(inTime().end()));
        assertFalse(lastAsked.get().onPhone());
    }

    /** Whoever asks how it is wants to know of its EMR as it is, and so does a probe. */
    @Test
    void an_emr_that_is_left_alone_is_tried_when_the_bridge_is_asked_how_it_is() {
        oscar.set(lastAsked::set);
        trouble(clinic, "http://127.0.0.1:" + server.port(), KEY, RELEASE);
        assertFalse(lastAsked.get().onPhone());
    }

    @Test
    void a_bridge_whose_emr_is_silent_is_well_and_asked_on() {
        Bridge bridge = bridge(KEY);
        schedule.set(() -> {
            throw new EmrUnavailableException("OSCAR is silent");
        });
        for (int silences = 0; silences < 20; silences++) {
            assertThrows(EmrUnavailableException.class, () -> bridge.times(clinic, PROVIDERS, DAY, DAY, inTime()));
        }
        schedule.set(() -> {});
        assertEquals(List.of(TIME), bridge.times(clinic, PROVIDERS, DAY, DAY, inTime()));
    }

    @Test
    void a_bridge_that_failed_five_times_is_asked_nothing_for_five_seconds_and_then_how_it_is() throws Exception {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-24T15:00:00Z"));
        AtomicInteger asked = new AtomicInteger();
        CompletableFuture<String> tried = new CompletableFuture<>();
        HttpServer proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        proxy.createContext("/", exchange -> {
            if (asked.incrementAndGet() == 6) {
                tried.complete(exchange.getRequestURI().getPath());
            }
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        proxy.start();
        try {
            Bridge bridge = new Bridge(
                    clinic,
                    URI.create("http://127.0.0.1:" + proxy.getAddress().getPort()),
                    KEY,
                    new OscarMeans(HTTP, now::get, Fresh::hex, Duration.ofSeconds(20)));
            Runnable cancelling = () ->
                    bridge.cancel(clinic, APPOINTMENT, new Deadline(now.get().plusSeconds(20)));
            for (int failure = 1; failure <= 5; failure++) {
                assertFalse(bridge.isLeftAlone(), "after " + (failure - 1));
                cancelling.run();
            }
            assertTrue(bridge.isLeftAlone());
            assertInstanceOf(
                    WriteResult.NotWritten.class,
                    bridge.cancel(clinic, APPOINTMENT, new Deadline(now.get().plusSeconds(20))));
            now.updateAndGet(then -> then.plusSeconds(5).minusMillis(1));
            cancelling.run();
            assertEquals(5, asked.get());

            now.updateAndGet(then -> then.plusMillis(1));
            cancelling.run();
            assertEquals(Question.Health.PATH, tried.get(30, TimeUnit.SECONDS));
            assertTrue(bridge.isLeftAlone());
            assertEquals(6, asked.get());
        } finally {
            proxy.stop(0);
        }
    }

    private static void hangUp(ServerSocket server) {
        try (Socket caller = server.accept()) {
            caller.getInputStream().read(new byte[100]);
        } catch (IOException over) {
            throw new AssertionError(over);
        }
    }

    @Test
    void past_the_deadline_and_after_its_end_nothing_is_sent() {
        Bridge bridge = bridge(KEY);
        assertInstanceOf(WriteResult.NotWritten.class, bridge.cancel(clinic, APPOINTMENT, new Deadline(Instant.EPOCH)));
        bridge.close();
        assertInstanceOf(WriteResult.NotWritten.class, bridge.cancel(clinic, APPOINTMENT, inTime()));
        assertThrows(EmrUnavailableException.class, () -> bridge.times(clinic, PROVIDERS, DAY, DAY, inTime()));
        assertEquals(List.of(), cancelled);
    }

    @Test
    void with_a_certificate_it_speaks_tls_and_who_does_not_trust_it_sends_nothing(@TempDir Path folder)
            throws Exception {
        Path store = certificate(folder);
        try (BridgeServer secure = start(Optional.of(new BridgeSettings.Certificate(store, "for tests alone")))) {
            URI base = URI.create("https://localhost:" + secure.port());
            HttpClient trusting =
                    HttpClient.newBuilder().sslContext(trusting(store)).build();

            assertEquals(
                    new WriteResult.Written(APPOINTMENT),
                    bridge(base, KEY, trusting).cancel(clinic, APPOINTMENT, inTime()));
            assertInstanceOf(
                    WriteResult.NotWritten.class, bridge(base, KEY, HTTP).cancel(clinic, APPOINTMENT, inTime()));
            assertEquals(1, cancelled.size());
        }
    }

    private static Path certificate(Path folder) throws Exception {
        Path store = folder.resolve("bridge.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "bridge",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        "for tests alone")
                .redirectErrorStream(true)
                .start();
        assertEquals(0, keytool.waitFor(), () -> "keytool");
        return store;
    }

    private static SSLContext trusting(Path store) throws GeneralSecurityException, IOException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, "for tests alone".toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("bridge", keys.getCertificate("bridge"));
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }

    @Test
    void without_a_certificate_it_listens_on_the_loopback_alone_and_a_key_is_no_short_word() {
        assertThrows(
                IllegalArgumentException.class, () -> new BridgeSettings(clinic, KEY, "0.0.0.0", 0, Optional.empty()));
        assertThrows(
                IllegalArgumentException.class,
                () -> new BridgeSettings(clinic, KEY.substring(1), "127.0.0.1", 0, Optional.empty()));
        assertTrue(!new BridgeSettings(clinic, KEY, "127.0.0.1", 0, Optional.empty())
                .toString()
                .contains(KEY));
    }

    private final class Cancelling implements Appointments {
        @Override
        public List<Appointment> on(
                ClinicId ofClinic, Set<ProviderId> providers, LocalDate first, LocalDate last, Deadline deadline) {
            return List.of();
        }

        @Override
        public List<Appointment> of(ClinicId ofClinic, PatientId patient, Deadline deadline) {
            return List.of();
        }

        @Override
        public WriteResult book(ClinicId ofClinic, NewAppointment appointment, Deadline deadline) {
            return new WriteResult.NotWritten("not here");
        }

        @Override
        public WriteResult cancel(ClinicId ofClinic, AppointmentId appointment, Deadline deadline) {
            cancelled.add(appointment);
            afterwards.get().run();
            return new WriteResult.Written(appointment);
        }
    }
}
