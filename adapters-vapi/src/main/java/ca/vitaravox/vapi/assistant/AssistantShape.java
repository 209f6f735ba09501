package ca.vitaravox.vapi.assistant;

import ca.vitaravox.ports.clinic.Clinic;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An assistant as the voice platform wants it, for one part of a clinic's calls. */
final class AssistantShape {
    /** The longest name the platform takes, in characters. */
    static final int LONGEST_NAME = 40;
    /** Below 15 minutes, beyond which some of the platform's workers refuse an assistant. */
    static final int LONGEST_CALL_SECONDS = 840;

    private static final int LONGEST_GREETING = 500;
    /** A registration with every field takes some 250; what is cut off is no JSON any more. */
    private static final int MOST_TOKENS = 500;

    private static final double TEMPERATURE = 0.2;

    /** Those that are answered or kept. Others are frequent and carry everything said; none of them comes here. */
    private static final List<String> MESSAGES =
            List.of("tool-calls", "transfer-destination-request", "status-update", "end-of-call-report", "hang");

    private AssistantShape() {}

    static ObjectNode of(
            Clinic clinic, Part part, AssistantSettings settings, Equipment equipment, Optional<Behind> behind) {
        Manner manner = Manner.of(part.language());
        Provided voice = settings.voices().get(part.language());
        ObjectNode assistant = JsonNodeFactory.instance.objectNode();
        assistant.put("name", name(clinic, part));
        assistant.set("transcriber", Hearing.of(clinic, part.language(), settings.transcriber()));
        assistant.set("model", model(clinic, part, settings, equipment));
        assistant.putObject("voice").put("provider", voice.provider()).put("voiceId", voice.name());
        greet(assistant, clinic, part, manner);
        assistant.put("endCallMessage", manner.say("goodbye"));
        behind.ifPresent(server -> assistant.set("server", server.ofAssistant()));
        MESSAGES.forEach(assistant.putArray("serverMessages")::add);
        assistant.putArray("clientMessages");
        assistant.put("maxDurationSeconds", LONGEST_CALL_SECONDS).put("backgroundSound", "off");
        assistant.set("hooks", Silence.hooks(manner));
        assistant.set("analysisPlan", Analysis.plan(clinic.keepsTranscripts()));
        ObjectNode artifacts = record(assistant, settings.recorded().contains(clinic.id()), manner);
        artifacts.putObject("transcriptPlan").put("enabled", clinic.keepsTranscripts());
        assistant.putObject("monitorPlan").put("listenEnabled", false).put("controlEnabled", settings.callControl());
        assistant
                .putObject("metadata")
                .put("clinic_id", clinic.id().value())
                .put("language", part.language().code());
        return assistant;
    }

    /** Its name at the platform; among the assistants of a call no two may be the same. */
    static String name(Clinic clinic, Part part) {
        String suffix = " " + part.language().code() + (part.opens() ? "" : " going on");
        return Texts.plain(clinic.name(), LONGEST_NAME - suffix.length()) + suffix;
    }

    private static void greet(ObjectNode assistant, Clinic clinic, Part part, Manner manner) {
        if (!part.opens()) {
            assistant.put("firstMessage", "");
            assistant.put("firstMessageMode", "assistant-speaks-first-with-model-generated-message");
            return;
        }
        String welcome =
                Texts.plain(clinic.greeting().orElseGet(() -> manner.say("welcome", clinic.name())), LONGEST_GREETING);
        String heard = Stream.of(
                        Stream.of(welcome),
                        Stream.of(Texts.plain(clinic.name(), LONGEST_GREETING))
                                .filter(name -> !says(welcome, name))
                                .map(name -> manner.say("here", name)),
                        Stream.of(manner.say("notice")),
                        Stream.of("kept")
                                .filter(kept -> clinic.keepsTranscripts())
                                .map(manner::say),
                        part.others().stream().map(manner::invitation).flatMap(Optional::stream),
                        Stream.of(manner.say("help")))
                .flatMap(each -> each)
                .collect(Collectors.joining(" "));
        assistant.put("firstMessage", heard).put("firstMessageMode", "assistant-speaks-first");
    }

    private static boolean says(String welcome, String name) {
        return welcome.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT));
    }

    private static ObjectNode model(Clinic clinic, Part part, AssistantSettings settings, Equipment equipment) {
        ObjectNode model = JsonNodeFactory.instance.objectNode();
        model.put("provider", settings.model().provider())
                .put("model", settings.model().name())
                .put("temperature", TEMPERATURE)
                .put("maxTokens", MOST_TOKENS);
        model.putArray("messages").addObject().put("role", "system").put("content", Prompt.of(clinic, part));
        if (!equipment.saved().isEmpty()) {
            equipment.saved().forEach(model.putArray("toolIds")::add);
        }
        ArrayNode tools = model.putArray("tools");
        tools.addAll(equipment.described());
        if (!settings.callControl()) {
            tools.add(transfer(Manner.of(part.language())));
        }
        tools.addObject().put("type", "endCall");
        return model;
    }

    /** Without destinations: the platform asks us for one. */
    private static ObjectNode transfer(Manner manner) {
        ObjectNode transfer = JsonNodeFactory.instance.objectNode().put("type", "transferCall");
        transfer.putArray("destinations");
        transfer.putArray("messages").addObject().put("type", "request-start").put("content", manner.say("transfer"));
        return transfer;
    }

    /** Nothing is recorded but where a clinic does, and then of callers who said yes. */
    private static ObjectNode record(ObjectNode assistant, boolean recorded, Manner manner) {
        ObjectNode artifacts = assistant
                .putObject("artifactPlan")
                .put("recordingEnabled", recorded)
                .put("videoRecordingEnabled", false);
        if (recorded) {
            assistant
                    .putObject("compliancePlan")
                    .putObject("recordingConsentPlan")
                    .put("type", "verbal")
                    .put("message", manner.say("recording"));
        }
        return artifacts;
    }
}
