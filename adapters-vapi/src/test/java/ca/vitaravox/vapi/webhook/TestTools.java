package ca.vitaravox.vapi.webhook;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.call.ToolArgument;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.vapi.tool.Code;
import ca.vitaravox.vapi.tool.ToolResult;
import ca.vitaravox.vapi.tool.ToolSpec;
import ca.vitaravox.vapi.tool.Toolbox;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tools whose work the test decides; each counts how often it was executed. */
public final class TestTools implements Toolbox {
    private final List<ToolSpec> specs = List.of(
            spec("search_patient_by_phone", false, true, false),
            spec("find_earliest_appointment", false, false, false),
            spec("create_appointment", true, false, false),
            spec("cancel_appointment", true, false, false),
            spec("transfer_call", true, false, true));
    private final Map<String, BiFunction<CallContext, ObjectNode, ToolResult>> work = new ConcurrentHashMap<>();
    final List<Execution> executions = new CopyOnWriteArrayList<>();

    /** What happens while an emergency is answered: before the webhook waits for the other calls of its message. */
    volatile Runnable duringEmergency = () -> {};

    record Execution(String tool, CallContext call, ObjectNode arguments) {}

    void will(String tool, BiFunction<CallContext, ObjectNode, ToolResult> what) {
        work.put(tool, what);
    }

    long executionsOf(String tool) {
        return executions.stream().filter(each -> each.tool().equals(tool)).count();
    }

    static ToolResult success(String say) {
        return ToolResult.success(JsonNodeFactory.instance.objectNode().put("say", say));
    }

    @Override
    public Optional<ToolSpec> spec(String name) {
        return specs.stream().filter(spec -> spec.name().equals(name)).findFirst();
    }

    @Override
    public List<ToolSpec> specs() {
        return specs;
    }

    @Override
    public ToolResult run(ToolSpec spec, CallContext call, ObjectNode arguments) {
        executions.add(new Execution(spec.name(), call, arguments));
        return work.getOrDefault(spec.name(), (context, given) -> success("Done: " + spec.name()))
                .apply(call, arguments);
    }

    @Override
    public Optional<ToolResult> withoutClinic(ToolSpec spec, ObjectNode arguments, Language language) {
        if (!arguments.path("reason").asText().equals("emergency")) {
            return Optional.empty();
        }
        duringEmergency.run();
        return Optional.of(success("Dial 911 (" + language.code() + ")."));
    }

    @Override
    public List<ToolArgument> told(ToolSpec spec, ObjectNode arguments) {
        return arguments.properties().stream()
                .map(each -> new ToolArgument(each.getKey(), each.getValue().asText(), false))
                .toList();
    }

    @Override
    public ToolResult refusal(Code code, Language language) {
        String say = "Refused in " + language.code();
        return ToolResult.refused(
                code, JsonNodeFactory.instance.objectNode().put("say", say).put("next", "call_again"));
    }

    private static ToolSpec spec(String name, boolean writes, boolean counts, boolean alwaysWorks) {
        ObjectNode parameters = JsonNodeFactory.instance.objectNode().put("type", "object");
        ObjectNode reason = parameters.putObject("properties").putObject("reason");
        reason.putArray("type").add("string").add("null");
        reason.put("description", "Why.").put("maxLength", 20).put("format", "phone");
        parameters.put("additionalProperties", true);
        parameters.putArray("required").add("reason");
        return new ToolSpec(
                name,
                name.replace('_', '-'),
                "Does " + name + ".",
                parameters,
                fillers(name),
                writes,
                counts,
                alwaysWorks);
    }

    private static Map<Language, String> fillers(String name) {
        return Stream.of(Language.values())
                .collect(Collectors.toMap(each -> each, each -> name + " works (" + each.code() + ")."));
    }
}
