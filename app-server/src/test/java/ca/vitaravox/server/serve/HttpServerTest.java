package ca.vitaravox.server.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.server.cli.Refused;
import ca.vitaravox.server.serve.HealthApi.Components;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.config.JavalinConfig;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpServerTest {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicReference<Components> health = new AtomicReference<>(new Components(true, 3, 2, 0));
    private final CountDownLatch entered = new CountDownLatch(1);
    /** Down once it has left as far as it can. */
    private final CountDownLatch looked = new CountDownLatch(1);

    private final CountDownLatch leave = new CountDownLatch(1);
    private final HealthApi api = new HealthApi(health::get, () -> Instant.parse("2026-01-02T03:04:05Z"));
    private HttpServer server;

    @BeforeEach
    void start() {
        Consumer<JavalinConfig> probes = config -> {
            config.routes.post("/echo", context -> context.result(context.body()));
            config.routes.get("/broken", context -> {
                throw new IllegalStateException("broken");
            });
            config.routes.get("/own-404", context -> context.status(404).result("{\"code\":\"MINE\"}"));
            config.routes.get("/slow", context -> {
                entered.countDown();
                leave.await();
                context.result("{\"finished\":true}");
            });
        };
        server = HttpServer.start("127.0.0.1", 0, List.of(api::addTo, probes));
    }

    @AfterEach
    void stop() {
        leave.countDown();
        server.close();
    }

    @Test
    void health_tells_of_its_parts_and_is_503_without_a_database() throws Exception {
        HttpResponse<String> up = get("/health");
        assertEquals(200, up.statusCode());
        assertEquals(
                JSON.readTree("{\"status\":\"up\",\"timestamp\":\"2026-01-02T03:04:05Z\",\"version\":\"development\","
                        + "\"components\":{\"database\":{\"healthy\":true,\"latency_ms\":3},"
                        + "\"emr\":{\"healthy\":true,\"clinics\":{\"up\":2,\"down\":0}}}}"),
                JSON.readTree(up.body()));
        assertEquals(200, get("/health/ready").statusCode());

        health.set(new Components(false, 1000, 0, 0));

        assertEquals(503, get("/health").statusCode());
        assertEquals(503, get("/health/ready").statusCode());
        assertEquals(200, get("/health/live").statusCode());
    }

    @Test
    void every_error_is_json_and_those_of_handlers_stay_as_they_are() throws Exception {
        assertEquals("{\"status\":404,\"error\":\"not found\"}", get("/nowhere").body());
        assertEquals(
                "{\"status\":500,\"error\":\"server error\"}", get("/broken").body());
        assertEquals("{\"code\":\"MINE\"}", get("/own-404").body());
        for (String path : List.of("/nowhere", "/broken", "/own-404")) {
            assertTrue(get(path).headers().firstValue("Content-Type").orElse("").startsWith("application/json"), path);
        }
    }

    @Test
    void a_body_beyond_one_mebibyte_is_413() throws Exception {
        assertEquals(413, post("x".repeat(1024 * 1024 + 1)).statusCode());
        assertEquals(200, post("x".repeat(1024 * 1024)).statusCode());
    }

    /** On a connection by hand: a client that is clever may hear the answer before it notices that it is cut off. */
    @Test
    void whoever_sends_far_too_much_can_send_it_all_and_hears_that_it_is_too_much() throws Exception {
        byte[] block = new byte[1024 * 1024];
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /echo HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: "
                            + 7 * block.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            for (int sent = 0; sent < 7; sent++) {
                out.write(block);
            }
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
        }
    }

    @Test
    void nothing_tells_which_software_answers() throws Exception {
        assertTrue(get("/health").headers().firstValue("Server").isEmpty());
        assertTrue(get("/health").headers().firstValue("X-Powered-By").isEmpty());
    }

    @Test
    void a_port_in_use_is_refused_in_a_sentence() {
        Refused refused = assertThrows(
                Refused.class,
                () -> HttpServer.start("127.0.0.1", server.port(), List.of()).close());

        assertTrue(refused.getMessage().contains("Port " + server.port()));
    }

    @Test
    void stopping_lets_a_request_under_way_finish() throws Exception {
        CompletableFuture<HttpResponse<String>> slow =
                http.sendAsync(request("/slow").build(), HttpResponse.BodyHandlers.ofString());
        entered.await();
        CompletableFuture<Void> stopping = CompletableFuture.runAsync(server::close);

        leave.countDown();

        assertEquals("{\"finished\":true}", slow.get().body());
        stopping.get();
    }

    @Test
    void a_server_that_will_leave_is_not_ready_and_answers_all_the_same() throws Exception {
        api.leave();

        assertEquals(503, get("/health/ready").statusCode());
        assertEquals(200, get("/health/live").statusCode());
        assertEquals(200, get("/health").statusCode());
        assertEquals(200, post("{}").statusCode());
    }

    @Test
    void a_server_that_leaves_finishes_what_runs_and_takes_no_new_connections() throws Exception {
        CompletableFuture<HttpResponse<String>> slow =
                http.sendAsync(request("/slow").build(), HttpResponse.BodyHandlers.ofString());
        entered.await();
        int port = server.port();
        CompletableFuture<Void> leaving = CompletableFuture.runAsync(this::leaveWithinAMinute);

        looked.await();
        assertThrows(ConnectException.class, () -> new Socket("127.0.0.1", port).close());
        leave.countDown();

        assertEquals("{\"finished\":true}", slow.get().body());
        assertEquals("close", slow.get().headers().firstValue("Connection").orElse("none"));
        leaving.get(); // long before the minute is over: no connection is left
    }

    private void leaveWithinAMinute() {
        try {
            server.leave(Duration.ofMinutes(1), length -> {
                looked.countDown();
                TimeUnit.NANOSECONDS.sleep(length.toNanos());
            });
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String body) throws IOException, InterruptedException {
        HttpRequest request =
                request("/echo").POST(HttpRequest.BodyPublishers.ofString(body)).build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }
}
