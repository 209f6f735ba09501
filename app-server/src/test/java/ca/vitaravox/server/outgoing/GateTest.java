package ca.vitaravox.server.outgoing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.oscar.rest.OnceOnly;
import ca.vitaravox.server.testing.ControlStandIn;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Through the gate to a server over TLS on the loopback, which here stands for a public one. */
@Timeout(60)
class GateTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final InetAddress WELL = address("127.0.0.1");
    private static final InetAddress INSIDE = address("127.0.0.3");
    private static final Predicate<InetAddress> ALL_BUT_INSIDE = address -> !address.equals(INSIDE);

    @TempDir
    private static Path directory;

    private static ControlStandIn server;
    private static SSLContext trust;

    private final List<AutoCloseable> open = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        server = new ControlStandIn(directory);
        trust = server.trust();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void close() throws Exception {
        server.answer(200, "");
        server.forget();
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException noLiteral) {
            throw new IllegalArgumentException(noLiteral);
        }
    }

    private Gate gate(Lookup lookup, Predicate<InetAddress> allowed) {
        Gate gate = Gate.open(lookup, allowed);
        open.add(gate);
        return gate;
    }

    private static HttpClient client(Gate gate) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(trust)
                .proxy(gate.unless(address -> false))
                .build();
    }

    private static int get(HttpClient client, String address) throws IOException, InterruptedException {
        return client.send(
                        HttpRequest.newBuilder(URI.create(address))
                                .timeout(PATIENCE)
                                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    private static int ask(Gate gate) throws IOException, InterruptedException {
        return get(client(gate), server.address("x"));
    }

    private static void assertRefused(String status, Gate gate, String address) {
        IOException refused = assertThrows(IOException.class, () -> get(client(gate), address));
        assertEquals("Tunnel failed, got: " + status, refused.getMessage());
    }

    /** Answers one after the other, the last for good. */
    private static Lookup answering(AtomicInteger asked, List<List<InetAddress>> answers) {
        return host -> answers.get(Math.min(asked.getAndIncrement(), answers.size() - 1));
    }

    @Test
    void a_public_server_is_reached_over_tls() throws Exception {
        assertEquals(200, ask(gate(host -> List.of(WELL), ALL_BUT_INSIDE)));
    }

    /** The name server says something else every time it is asked: what was checked is what is connected to. */
    @Test
    void the_address_that_was_checked_is_the_one_connected_to() throws Exception {
        AtomicInteger arrivedInside = new AtomicInteger();
        inside(arrivedInside);
        AtomicInteger asked = new AtomicInteger();
        Gate gate = gate(answering(asked, List.of(List.of(WELL), List.of(INSIDE))), ALL_BUT_INSIDE);
        assertEquals(200, ask(gate));
        assertEquals(1, asked.get());

        assertRefused("403", gate, server.address("x"));

        assertEquals(2, asked.get());
        assertEquals(0, arrivedInside.get());
    }

    /** Looking up, checking, and connecting by the name again, as an HTTP client does by itself. */
    @Test
    void who_looks_up_again_to_connect_is_led_inside() throws Exception {
        AtomicInteger arrivedInside = new AtomicInteger();
        ServerSocket inside = inside(arrivedInside);
        Lookup lookup = answering(new AtomicInteger(), List.of(List.of(WELL), List.of(INSIDE)));

        assertTrue(lookup.addresses("localhost").stream().allMatch(ALL_BUT_INSIDE));
        try (Socket led = new Socket(lookup.addresses("localhost").get(0), inside.getLocalPort())) {
            assertEquals(-1, led.getInputStream().read());
        }

        assertEquals(1, arrivedInside.get());
    }

    private ServerSocket inside(AtomicInteger arrived) throws IOException {
        ServerSocket inside = new ServerSocket(server.port(), 50, INSIDE);
        CompletableFuture<Void> accepting = CompletableFuture.runAsync(() -> {
            try {
                while (true) {
                    try (Socket caller = inside.accept()) {
                        arrived.incrementAndGet();
                        caller.shutdownOutput();
                    }
                }
            } catch (IOException closed) {
                // the test is over
            }
        });
        // Until accept() has returned the port stays taken, and the next test wants the same one.
        open.add(() -> {
            inside.close();
            accepting.join();
        });
        return inside;
    }

    @Test
    void one_address_inside_is_enough_to_refuse_a_host() {
        assertRefused("403", gate(host -> List.of(WELL, INSIDE), ALL_BUT_INSIDE), server.address("x"));
    }

    @Test
    void the_next_address_is_tried_when_one_does_not_answer() throws Exception {
        assertEquals(200, ask(gate(host -> List.of(address("127.0.0.9"), WELL), ALL_BUT_INSIDE)));
    }

    @Test
    void what_is_not_there_is_said_not_to_be() throws IOException {
        Gate unknown = gate(
                host -> {
                    throw new UnknownHostException(host);
                },
                ALL_BUT_INSIDE);
        assertRefused("502", unknown, "https://emr.example.test/");
        assertRefused("504", gate(host -> List.of(address("127.0.0.9")), ALL_BUT_INSIDE), server.address("x"));
    }

    @Test
    void the_usual_gate_leads_nowhere_inside() {
        Gate usual = Gate.open();
        open.add(usual);
        for (String address : List.of(server.address("x"), "https://127.0.0.1:" + server.port() + "/")) {
            assertRefused("403", usual, address);
        }
        assertTrue(server.isQuiet());
    }

    @Test
    void without_tls_nothing_gets_through() throws Exception {
        AtomicInteger arrived = new AtomicInteger();
        ServerSocket plain = inside(arrived);
        Gate gate = gate(host -> List.of(INSIDE), address -> true);
        assertEquals(403, get(client(gate), "http://localhost:" + plain.getLocalPort() + "/"));
        assertEquals(0, arrived.get());
    }

    @Test
    void the_server_is_still_checked_by_its_name() {
        Gate gate = gate(host -> List.of(WELL), ALL_BUT_INSIDE);
        String another = "https://emr.example.test:" + server.port() + "/";
        assertInstanceOf(
                SSLHandshakeException.class, assertThrows(IOException.class, () -> get(client(gate), another)));
    }

    @Test
    void what_is_trusted_does_not_pass_here() throws Exception {
        Gate gate = gate(
                host -> {
                    throw new UnknownHostException(host);
                },
                ALL_BUT_INSIDE);
        HttpClient client = HttpClient.newBuilder()
                .sslContext(trust)
                .proxy(gate.unless(address -> address.getPort() == server.port()))
                .build();
        assertEquals(200, get(client, server.address("x")));
    }

    @Test
    void a_request_that_is_hung_up_on_behind_the_gate_is_sent_once() throws Exception {
        OnceOnly.client(PATIENCE);
        server.hangUp();
        Gate gate = gate(host -> List.of(WELL), ALL_BUT_INSIDE);
        HttpRequest get = HttpRequest.newBuilder(URI.create(server.address("once")))
                .timeout(PATIENCE)
                .build();
        assertThrows(IOException.class, () -> client(gate).send(get, BodyHandlers.discarding()));
        server.next();
        assertTrue(server.isQuiet());
    }

    @Test
    void a_silent_name_server_delays_nobody_else() throws Exception {
        CountDownLatch silent = new CountDownLatch(1);
        Map<String, List<InetAddress>> hosts = Map.of("localhost", List.of(WELL));
        Gate gate = gate(
                host -> {
                    if (!hosts.containsKey(host)) {
                        awaitQuietly(silent);
                    }
                    return hosts.getOrDefault(host, List.of());
                },
                ALL_BUT_INSIDE);
        HttpClient client = client(gate);
        List<CompletableFuture<?>> waiting = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            HttpRequest slow = HttpRequest.newBuilder(URI.create("https://silent.example.test/" + i))
                    .build();
            waiting.add(client.sendAsync(slow, BodyHandlers.discarding()));
        }
        assertEquals(200, ask(gate));
        assertTrue(waiting.stream().noneMatch(CompletableFuture::isDone));
        assertFewThreads();
        silent.countDown();
    }

    /** Fifty who wait took no thread each; those of gates that were closed before may still be about to end. */
    private static void assertFewThreads() {
        long begun = System.nanoTime();
        while (threads("gate-lookup") > 2) {
            assertTrue(System.nanoTime() - begun < PATIENCE.toNanos(), "threads: " + threads("gate-lookup"));
            Thread.onSpinWait();
        }
    }

    private static long threads(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(name))
                .count();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** Much more than fits into any buffer, both ways at the same time. */
    @Test
    void everything_arrives_as_it_was_sent() throws Exception {
        byte[] sent = new byte[3_000_000];
        new Random(7).nextBytes(sent);
        try (ServerSocket echo = new ServerSocket(0, 1, WELL);
                Socket socket = connected(gate(host -> List.of(WELL), ALL_BUT_INSIDE), echo.getLocalPort())) {
            CompletableFuture<Void> echoing = CompletableFuture.runAsync(() -> {
                try (Socket caller = echo.accept()) {
                    caller.getOutputStream().write(caller.getInputStream().readNBytes(sent.length));
                } catch (IOException gone) {
                    throw new IllegalStateException(gone);
                }
            });
            socket.getOutputStream().write(sent);
            assertArrayEquals(sent, socket.getInputStream().readAllBytes());
            echoing.join();
        }
    }

    private static Socket connected(Gate gate, int port) throws IOException {
        InetSocketAddress proxy = (InetSocketAddress) gate.unless(address -> false)
                .select(URI.create("https://any"))
                .get(0)
                .address();
        Socket socket = new Socket(proxy.getAddress(), proxy.getPort());
        String head = "CONNECT localhost:" + port + " HTTP/1.1\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        String ok = "HTTP/1.1 200 Connection Established\r\n\r\n";
        assertEquals(ok, new String(socket.getInputStream().readNBytes(ok.length()), StandardCharsets.US_ASCII));
        return socket;
    }
}
