package ca.vitaravox.vapi.assistant;

import ca.vitaravox.vapi.tool.DeclaredToolbox;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What the voice platform makes of a call when it is over: a summary, and the words of {@code log_call_metadata}. It makes
 * both of the transcript, so where none is kept it makes neither: out of nothing a model would make something up.
 */
final class Analysis {
    private static final int SECONDS = 10;
    /** Of a call with fewer messages there is nothing to tell. */
    private static final int FEWEST_MESSAGES = 2;

    private static final JsonNode LOGGED = DeclaredToolbox.declared().stream()
            .filter(tool -> tool.name().equals("log_call_metadata"))
            .findFirst()
            .orElseThrow()
            .parameters()
            .path("properties");

    private Analysis() {}

    static ObjectNode plan(boolean transcript) {
        ObjectNode plan = JsonNodeFactory.instance.objectNode();
        plan.putObject("successEvaluationPlan").put("enabled", false);
        if (!transcript) {
            plan.putObject("summaryPlan").put("enabled", false);
            plan.putObject("structuredDataPlan").put("enabled", false);
            return plan;
        }
        plan.put("minMessagesThreshold", FEWEST_MESSAGES);
        ObjectNode summary = plan.putObject("summaryPlan").put("enabled", true).put("timeoutSeconds", SECONDS);
        ArrayNode messages = summary.putArray("messages");
        messages.addObject().put("role", "system").put("content", Prompt.phrase("summary"));
        messages.addObject().put("role", "user").put("content", "{{transcript}}");
        ObjectNode data =
                plan.putObject("structuredDataPlan").put("enabled", true).put("timeoutSeconds", SECONDS);
        ObjectNode schema = data.putObject("schema").put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        for (String name : new String[] {"intent", "outcome"}) {
            properties.set(name, ToolSchema.property(LOGGED.path(name)));
        }
        properties.putObject("callback_requested").put("type", "boolean");
        schema.putArray("required").add("intent").add("outcome");
        return plan;
    }
}
