package ca.vitaravox.vapi.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What goes back over the wire; always JSON. The only way to make one is by the methods here, each of which keeps a
 * shape that the voice platform accepts.
 */
final class Reply {
    private final int status;
    private final String json;
    private final Optional<Runnable> afterwards;

    private Reply(int status, String json) {
        this(status, json, Optional.empty());
    }

    private Reply(int status, String json, Optional<Runnable> afterwards) {
        this.status = status;
        this.json = json;
        this.afterwards = afterwards;
    }

    /** The results of a message's tool calls: one each, in order, under its own id and name; always status 200. */
    static Reply results(List<Answered> calls) {
        ObjectNode body = Json.object();
        var results = body.putArray("results");
        for (Answered call : calls) {
            ObjectNode result = results.addObject();
            result.put("toolCallId", Texts.wellFormed(call.request().id()));
            result.put("name", Texts.wellFormed(call.request().name()));
            put(result, call.answer());
        }
        return new Reply(200, body.toString());
    }

    /** The result of a legacy call: its text alone. */
    static Reply legacy(Answer answer) {
        ObjectNode body = Json.object();
        put(body, answer);
        return new Reply(200, body.toString());
    }

    /** The bare answer of a plain request: the tool's object, or what went wrong with its status. */
    static Reply plain(Answer answer) {
        if (answer instanceof Answer.Result result) {
            return new Reply(200, result.json());
        }
        return fault(((Answer.Failed) answer).fault());
    }

    /** A request that is not answered. */
    static Reply fault(Fault fault) {
        ObjectNode body = Json.object().put("success", false).put("code", fault.name());
        return new Reply(fault.status(), body.put("say", fault.text()).toString());
    }

    /** Any other message's answer. */
    static Reply of(ObjectNode body) {
        return new Reply(200, body.toString());
    }

    /** The answer to messages that need none. */
    static Reply nothing() {
        return new Reply(200, "{}");
    }

    /** What was replied before to the very same request. */
    static Reply before(String json) {
        return new Reply(200, json);
    }

    /** The same reply with something to be begun, without waiting for it, once the reply is out. */
    Reply then(Runnable begun) {
        return new Reply(status, json, Optional.of(begun));
    }

    /** What is begun once the reply is out. */
    Optional<Runnable> afterwards() {
        return afterwards;
    }

    private static void put(ObjectNode result, Answer answer) {
        if (answer instanceof Answer.Result given) {
            result.set("result", TextNode.valueOf(given.json()));
        } else {
            result.put("error", Texts.oneLine(((Answer.Failed) answer).fault().text()));
        }
    }

    int status() {
        return status;
    }

    String text() {
        return json;
    }

    byte[] bytes() {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
