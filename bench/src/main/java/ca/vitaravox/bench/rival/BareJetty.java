package ca.vitaravox.bench.rival;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The webhook on Jetty's own handler: checks the signature, reads the JSON, sends the statements and writes the JSON. It
 * knows two tools, waits for nobody's deadline, and whatever goes wrong is a 500.
 */
public final class BareJetty extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(BareJetty.class);
    private static final JsonMapper JSON = new JsonMapper();

    private final SecretKeySpec key;
    private final Statements statements;

    private BareJetty(String secret, Statements statements) {
        key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        this.statements = statements;
    }

    /** Listens on a free port, over the database of {@code DATABASE_URL}, for who knows {@code WEBHOOK_SECRET}. */
    public static void main(String[] arguments) throws Exception {
        QueuedThreadPool threads = new QueuedThreadPool();
        threads.setVirtualThreadsExecutor(VirtualThreads.getDefaultVirtualThreadsExecutor());
        Server server = new Server(threads);
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(
                new BareJetty(System.getenv("WEBHOOK_SECRET"), Statements.over(System.getenv("DATABASE_URL"))));
        server.start();
        LOG.info("listens on 127.0.0.1:{}", connector.getLocalPort());
        server.join();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        ByteBuffer content = Content.Source.asByteBuffer(request);
        byte[] body = new byte[content.remaining()];
        content.get(body);
        String signature = request.getHeaders().get("x-signature");
        if (!isRight(request.getHeaders().get("x-timestamp"), signature, body)) {
            Response.writeError(request, response, callback, 401);
            return true;
        }
        JsonNode message = JSON.readTree(body).path("message");
        if (message.path("type").asText().equals("tool-calls")) {
            ToolCall call = ToolCall.in(message);
            Answer answer = answer(call, signature);
            String results = results(call, answer.result());
            write(response, callback, results);
            statements.noted(call, answer.clinic());
            statements.remembered(answer.clinic(), signature, results);
        } else {
            write(response, callback, "{}");
        }
        return true;
    }

    private boolean isRight(String timestamp, String signature, byte[] body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(key);
        mac.update(timestamp.getBytes(StandardCharsets.UTF_8));
        mac.update((byte) '.');
        return MessageDigest.isEqual(mac.doFinal(body), HexFormat.of().parseHex(signature));
    }

    private record Answer(String clinic, ObjectNode result) {}

    private Answer answer(ToolCall call, String signature) throws Exception {
        String clinic = statements.clinicOf(call.line());
        if (!statements.taken(clinic, signature)) {
            throw new IllegalStateException("seen before");
        }
        boolean lookup = call.tool().equals("search_patient_by_phone");
        if (lookup && !statements.claimed(clinic, call)) {
            throw new IllegalStateException("answered before");
        }
        statements.renewed(clinic, call);
        ObjectNode result = lookup ? found(clinic, call) : info(clinic);
        if (lookup) {
            statements.answered(clinic, call, result.toString());
        }
        return new Answer(clinic, result);
    }

    private ObjectNode found(String clinic, ToolCall call) throws Exception {
        String patient = new Lookup(statements, clinic, call).patient();
        return JSON.createObjectNode()
                .put("success", true)
                .put("say", "Thank you, Casey, I have found your chart.")
                .put("found", true)
                .put("matches", "one")
                .put("patient_id", patient)
                .put("level", "verified");
    }

    private static ObjectNode info(String clinic) {
        ObjectNode result = JSON.createObjectNode()
                .put("success", true)
                .put("say", clinic + " is closed now. It opens on Monday, March 2 at 9 AM.");
        ObjectNode shape = result.putObject("clinic")
                .put("name", clinic)
                .put("phone", "+16045550100")
                .put("address", "1 Test Street")
                .put("timezone", "America/Vancouver")
                .put("accepting_new_patients", true)
                .put("waitlist_enabled", true);
        shape.putArray("languages").add("en");
        ObjectNode hours = shape.putObject("hours");
        for (String day : new String[] {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}) {
            hours.putArray(day).addObject().put("open", "09:00").put("close", "17:00");
        }
        shape.put("is_open", false).put("opens_next", "2026-03-02T09:00-08:00");
        return result;
    }

    private static String results(ToolCall call, ObjectNode result) {
        ObjectNode body = JSON.createObjectNode();
        body.putArray("results")
                .addObject()
                .put("toolCallId", call.id())
                .put("name", call.tool())
                .put("result", result.toString());
        return body.toString();
    }

    private static void write(Response response, Callback callback, String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.length);
        response.write(true, ByteBuffer.wrap(bytes), callback);
    }
}
