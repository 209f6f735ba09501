package ca.vitaravox.server.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/** The voice platform's address for controlling calls: HTTPS on the loopback, certified by itself alone. */
public final class ControlStandIn implements AutoCloseable {
    private static final int HANG_UP = 0;

    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final SelfSigned keys;
    private final HttpsServer server;
    private volatile int status = 200;
    private volatile String location = "";

    /** What came. */
    public record Received(String method, String path, String type, JsonNode body) {}

    /** Starts one; its keys are made in this folder. */
    public ControlStandIn(Path folder) throws IOException, GeneralSecurityException, InterruptedException {
        keys = SelfSigned.in(folder);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(keys.proving()));
        server.createContext("/", this::take);
        server.setExecutor(threads);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            received.add(new Received(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")),
                    Phone.read(body)));
            if (status == HANG_UP) {
                return;
            }
            if (!location.isEmpty()) {
                exchange.getResponseHeaders().set("Location", location);
            }
            exchange.sendResponseHeaders(status, -1);
        }
    }

    /** Answers with this status, and with this address to go to if it is not empty. */
    public void answer(int newStatus, String newLocation) {
        status = newStatus;
        location = newLocation;
    }

    /** Takes what comes and hangs up without an answer. */
    public void hangUp() {
        status = HANG_UP;
    }

    /** What came so far was asked for. */
    public void forget() {
        received.clear();
    }

    /** The address for a call. */
    public String address(String call) {
        return "https://localhost:" + port() + "/" + call + "/control";
    }

    /** Its port on the loopback. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Believes this one's certificate and no other. */
    public SSLContext trust() throws GeneralSecurityException, IOException {
        return keys.believing();
    }

    /** The next thing that comes, waited for. */
    public Received next() throws InterruptedException {
        Received next = received.poll(20, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing came");
        }
        return next;
    }

    /** Whether everything that came was asked for. */
    public boolean isQuiet() {
        return received.isEmpty();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
