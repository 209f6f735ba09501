package ca.vitaravox.vapi.assistant;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.stream.IntStream;

/**
 * Where the voice platform sends its messages.
 *
 * @param url our webhook
 * @param credentialId the platform's id of what it proves itself with
 */
public record Behind(URI url, String credentialId) {
    /** Above our own deadline for tool calls, so that it is always we who end one. */
    static final int TOOL_SECONDS = 10;

    private static final int EVENT_SECONDS = 20;
    /** The platform gives up on a call nobody answers for after 7.5 seconds, whatever is said here. */
    private static final int NUMBER_SECONDS = 7;
    /** What another try would not change. */
    private static final int[] NOT_TRIED_AGAIN = {400, 401, 403, 404, 413, 422};

    /** For a tool: what it writes is never sent twice, what it reads once more at most. */
    ObjectNode ofTool(boolean writes) {
        ObjectNode server = server(TOOL_SECONDS);
        ObjectNode again = server.putObject("backoffPlan").put("type", "fixed");
        if (writes) {
            again.put("maxRetries", 0).put("baseDelaySeconds", 1);
        } else {
            again.put("maxRetries", 1).put("baseDelaySeconds", 0);
            notTriedAgain(again);
        }
        return server;
    }

    /** For an assistant: the report of a call's end comes again until it is kept. */
    ObjectNode ofAssistant() {
        ObjectNode server = server(EVENT_SECONDS);
        ObjectNode again = server.putObject("backoffPlan")
                .put("type", "exponential")
                .put("maxRetries", 3)
                .put("baseDelaySeconds", 1);
        notTriedAgain(again);
        return server;
    }

    /** For a number, which asks who shall answer. */
    public ObjectNode ofNumber() {
        return server(NUMBER_SECONDS);
    }

    private ObjectNode server(int seconds) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("url", url.toString())
                .put("credentialId", credentialId)
                .put("timeoutSeconds", seconds);
    }

    private static void notTriedAgain(ObjectNode again) {
        IntStream.of(NOT_TRIED_AGAIN).forEach(again.putArray("excludedStatusCodes")::add);
    }
}
