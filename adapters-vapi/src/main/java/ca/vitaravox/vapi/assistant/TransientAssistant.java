package ca.vitaravox.vapi.assistant;

import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.Line;
import ca.vitaravox.vapi.tool.ToolSpec;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * An assistant described for one call. It names no server of its own, so that its messages go where this call's first
 * one came from: to the server of the phone number, with the credential that the voice platform keeps for it.
 */
final class TransientAssistant {
    private static final int LONGEST_NAME = 40;
    /** Below 15 minutes, beyond which some of the platform's workers refuse an assistant. */
    private static final int LONGEST_CALL_SECONDS = 840;
    /** Those that are answered or kept. Others are frequent and carry everything said; none of them comes here. */
    private static final List<String> MESSAGES =
            List.of("tool-calls", "transfer-destination-request", "status-update", "end-of-call-report", "hang");
    /** What the platform writes into every tool call after the model, and out of its reach. */
    private static final Map<String, String> STATIC_PARAMETERS = Map.of(
            "caller_number", "{{ customer.number }}",
            "called_number", "{{ phoneNumber.number }}",
            "call_id", "{{ call.id }}");

    private TransientAssistant() {}

    static ObjectNode of(Clinic clinic, Line line, List<ToolSpec> tools) {
        Manner manner = Manner.of(line.language());
        ObjectNode assistant = JsonNodeFactory.instance.objectNode();
        assistant.put("name", Prompt.plain(clinic.name(), LONGEST_NAME));
        assistant.put("firstMessageMode", "assistant-speaks-first");
        assistant.put("firstMessage", firstMessage(clinic, manner));
        assistant.put("endCallMessage", manner.goodbye());
        assistant.put("maxDurationSeconds", LONGEST_CALL_SECONDS);
        assistant.put("backgroundSound", "off");
        assistant
                .putObject("transcriber")
                .put("provider", "deepgram")
                .put("model", "nova-2")
                .put("language", manner.hearing())
                .put("smartFormat", true);
        assistant.putObject("voice").put("provider", "azure").put("voiceId", manner.voice());
        assistant.set("model", model(clinic, line.language(), manner, tools));
        MESSAGES.forEach(assistant.putArray("serverMessages")::add);
        assistant.putArray("clientMessages");
        assistant.putObject("artifactPlan").put("recordingEnabled", false).put("videoRecordingEnabled", false);
        assistant.putObject("monitorPlan").put("listenEnabled", false).put("controlEnabled", true);
        ObjectNode analysis = assistant.putObject("analysisPlan");
        analysis.putObject("summaryPlan").put("enabled", true);
        analysis.putObject("structuredDataPlan").put("enabled", false);
        analysis.putObject("successEvaluationPlan").put("enabled", false);
        assistant.putArray("hooks").add(silence(manner));
        assistant.putObject("metadata").put("clinic_id", clinic.id().value());
        return assistant;
    }

    private static String firstMessage(Clinic clinic, Manner manner) {
        String own = clinic.greeting().orElseGet(() -> manner.welcome().formatted(clinic.name()));
        return Prompt.plain(own, 500) + " " + manner.notice();
    }

    private static ObjectNode model(Clinic clinic, Language language, Manner manner, List<ToolSpec> tools) {
        ObjectNode model = JsonNodeFactory.instance.objectNode();
        model.put("provider", "openai")
                .put("model", "gpt-4o")
                .put("temperature", 0.2)
                .put("maxTokens", 300);
        model.putArray("messages").addObject().put("role", "system").put("content", Prompt.of(clinic, language));
        ArrayNode list = model.putArray("tools");
        tools.forEach(spec -> list.add(tool(spec, manner)));
        list.addObject().put("type", "endCall");
        return model;
    }

    private static ObjectNode tool(ToolSpec spec, Manner manner) {
        ObjectNode tool =
                JsonNodeFactory.instance.objectNode().put("type", "function").put("async", false);
        tool.putObject("function")
                .put("name", spec.name())
                .put("description", spec.description())
                .put("strict", false)
                .set("parameters", ToolSchema.parameters(spec.parameters()));
        ArrayNode parameters = tool.putArray("parameters");
        STATIC_PARAMETERS.keySet().stream()
                .sorted()
                .forEach(key -> parameters.addObject().put("key", key).put("value", STATIC_PARAMETERS.get(key)));
        ArrayNode messages = tool.putArray("messages");
        messages.addObject()
                .put("type", "request-start")
                .put("content", manner.oneMoment())
                .put("blocking", false);
        messages.addObject()
                .put("type", "request-response-delayed")
                .put("content", manner.stillChecking())
                .put("timingMilliseconds", 2500);
        messages.addObject().put("type", "request-failed").put("role", "system").put("content", Prompt.TOOL_FAILED);
        return tool;
    }

    private static ObjectNode silence(Manner manner) {
        ObjectNode hook = JsonNodeFactory.instance.objectNode().put("on", "customer.speech.timeout");
        hook.putObject("options")
                .put("timeoutSeconds", 10)
                .put("triggerMaxCount", 2)
                .put("triggerResetMode", "onUserSpeech");
        hook.putArray("do").addObject().put("type", "say").put("exact", manner.stillThere());
        return hook;
    }
}
