package ca.vitaravox.vapi.assistant;

import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.vapi.tool.ToolSpec;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** A tool of the catalogue as the voice platform wants it, for callers of one language. */
final class ToolShape {
    private static final int DELAYED_AFTER_MILLIS = 3_500;

    /** What the platform writes into every tool call after the model, and out of its reach. */
    private static final List<String[]> STATIC_PARAMETERS = List.of(
            new String[] {"caller_number", "{{ customer.number }}"},
            new String[] {"called_number", "{{ phoneNumber.number }}"},
            new String[] {"call_id", "{{ call.id }}"});

    private ToolShape() {}

    /** The names of what the platform writes into every call. */
    static List<String> staticParameters() {
        return STATIC_PARAMETERS.stream().map(each -> each[0]).toList();
    }

    static ObjectNode of(ToolSpec spec, Language language, Optional<Behind> behind) {
        ObjectNode tool =
                JsonNodeFactory.instance.objectNode().put("type", "function").put("async", false);
        tool.putObject("function")
                .put("name", spec.name())
                .put("description", spec.description())
                .put("strict", false)
                .set("parameters", ToolSchema.parameters(spec.parameters()));
        ArrayNode parameters = tool.putArray("parameters");
        STATIC_PARAMETERS.forEach(
                each -> parameters.addObject().put("key", each[0]).put("value", each[1]));
        tool.set("messages", messages(spec, language));
        behind.ifPresent(server -> tool.set("server", server.ofTool(spec.writes())));
        return tool;
    }

    /** Nothing is said when it is done: the answer has its own words. */
    private static ArrayNode messages(ToolSpec spec, Language language) {
        ArrayNode messages = JsonNodeFactory.instance.arrayNode();
        messages.addObject()
                .put("type", "request-start")
                .put("content", spec.fillers().get(language))
                .put("blocking", false);
        messages.addObject()
                .put("type", "request-response-delayed")
                .put("content", Manner.of(language).say("still_checking"))
                .put("timingMilliseconds", DELAYED_AFTER_MILLIS);
        messages.addObject()
                .put("type", "request-failed")
                .put("role", "system")
                .put("content", Prompt.phrase("failed"));
        return messages;
    }
}
