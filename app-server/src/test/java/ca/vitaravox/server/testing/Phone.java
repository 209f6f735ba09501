package ca.vitaravox.server.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/** One phone call, as the voice platform makes it: over HTTP, with the secret in a header or as a signature. Thread-safe. */
public final class Phone {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = new JsonMapper();

    private final Server server;
    private final String id;
    private final String from;
    private final String to;

    /** A new call to the server on that port, between these numbers. */
    public Phone(int port, String from, String to) {
        this(local(port), UUID.randomUUID().toString(), from, to);
    }

    private Phone(Server server, String id, String from, String to) {
        this.server = server;
        this.id = id;
        this.from = from;
        this.to = to;
    }

    /** The same call, at another server. */
    public Phone at(int otherPort) {
        return new Phone(local(otherPort), id, from, to);
    }

    /** The same call, each request of it signed, at an edge that is reached so. */
    public Phone signing(HttpClient client, URI edge) {
        return new Phone(new Server(client, edge, true), id, from, to);
    }

    private static Server local(int port) {
        return new Server(HTTP, URI.create("http://127.0.0.1:" + port), false);
    }

    private record Server(HttpClient client, URI address, boolean signs) {}

    /** A call of the same id from the same number, to another clinic. */
    public Phone to(String otherClinic) {
        return new Phone(server, id, from, otherClinic);
    }

    /** The call's id. */
    public String id() {
        return id;
    }

    /** Uses a tool once, with a new id, and returns its result. */
    public JsonNode use(String tool, String arguments) {
        return use(newToolCallId(), tool, arguments);
    }

    /** Uses a tool under that id and returns its result. */
    public JsonNode use(String toolCallId, String tool, String arguments) {
        JsonNode answer =
                read(post("/vapi", toolCalls(toolCallId, tool, arguments)).body());
        JsonNode only = answer.at("/results/0");
        if (!toolCallId.equals(only.path("toolCallId").asText()) || !only.has("result")) {
            throw new FaultError(tool + " gave " + answer);
        }
        return read(only.path("result").asText());
    }

    /** How a message is answered once nothing is said to be pending: a busy machine may take longer than an answer may. */
    public String answered(String message) {
        String answer = post("/vapi", message).body();
        while (answer.contains("OUTCOME_PENDING")) {
            answer = post("/vapi", message).body();
        }
        return answer;
    }

    /** A new id of a tool call. */
    public static String newToolCallId() {
        return "call_" + UUID.randomUUID().toString().replace("-", "");
    }

    /** Posts this text, as JSON, with the secret. */
    public HttpResponse<String> post(String path, String body) {
        if (server.signs()) {
            return send(server.client(), proving(path, TestServer.SECRET, true, body));
        }
        return send(
                server.client(),
                HttpRequest.newBuilder(server.address().resolve(path))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + TestServer.SECRET)
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** A request under this secret: signed now, or carrying it as it is. */
    public HttpRequest.Builder proving(String secret, boolean signed, String body) {
        return proving("/vapi", secret, signed, body);
    }

    /** A request signed with this secret at that time. */
    public HttpRequest.Builder signedAt(Instant time, String secret, String body) {
        return signed(unproven("/vapi", body), time.toEpochMilli(), secret, body);
    }

    private HttpRequest.Builder proving(String path, String secret, boolean signed, String body) {
        HttpRequest.Builder request = unproven(path, body);
        return signed
                ? signed(request, System.currentTimeMillis(), secret, body)
                : request.header("X-Vapi-Secret", secret);
    }

    private HttpRequest.Builder unproven(String path, String body) {
        return HttpRequest.newBuilder(server.address().resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private static HttpRequest.Builder signed(HttpRequest.Builder request, long millis, String secret, String body) {
        String timestamp = Long.toString(millis);
        return request.header("x-timestamp", timestamp)
                .header(
                        "x-signature",
                        new HmacUtils(HmacAlgorithms.HMAC_SHA_256, secret).hmacHex(timestamp + "." + body));
    }

    /** Sends a request. */
    public static HttpResponse<String> send(HttpRequest.Builder request) {
        return send(HTTP, request);
    }

    /** Sends a request with this client. */
    public static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) {
        try {
            HttpRequest sent = request.timeout(Duration.ofSeconds(30)).build();
            HttpResponse<String> answer = client.send(sent, HttpResponse.BodyHandlers.ofString());
            Seeded.absentFromError(
                    answer.statusCode(), answer.body(), sent.uri().getPath());
            return answer;
        } catch (IOException gone) {
            throw new NoAnswerException(gone);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** A message with one tool call. */
    public String toolCalls(String toolCallId, String tool, String arguments) {
        ObjectNode message = envelope("tool-calls");
        ArrayNode calls = ((ObjectNode) message.get("message")).putArray("toolCallList");
        calls.addObject()
                .put("id", toolCallId)
                .put("type", "function")
                .putObject("function")
                .put("name", tool)
                .set("arguments", read(arguments));
        return message.toString();
    }

    /** The call is over. */
    public void hangUp() {
        ObjectNode report = envelope("end-of-call-report");
        ((ObjectNode) report.get("message")).put("endedReason", "customer-ended-call");
        post("/vapi", report.toString());
    }

    /** A message of that type, with nothing but the call in it. */
    public String message(String type) {
        return envelope(type).toString();
    }

    /** The same message, of a call that can be controlled at this address. */
    public String controlledBy(String address, String message) {
        ObjectNode envelope = (ObjectNode) read(message);
        envelope.withObject("/message/call/monitor").put("controlUrl", address);
        return envelope.toString();
    }

    private ObjectNode envelope(String type) {
        ObjectNode envelope = JsonNodeFactory.instance.objectNode();
        ObjectNode message = envelope.putObject("message").put("type", type);
        message.putObject("call").put("id", id);
        message.putObject("phoneNumber").put("number", to);
        message.putObject("customer").put("number", from);
        return envelope;
    }

    /** Reads JSON. */
    public static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new AssertionError("not JSON: " + json, broken);
        }
    }

    /** The server did not say what came of it: something went wrong. */
    public static final class FaultError extends AssertionError {
        private static final long serialVersionUID = 1L;

        FaultError(String what) {
            super(what);
        }
    }

    /** The server went away before it answered. */
    public static final class NoAnswerException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoAnswerException(IOException cause) {
            super(cause);
        }
    }
}
