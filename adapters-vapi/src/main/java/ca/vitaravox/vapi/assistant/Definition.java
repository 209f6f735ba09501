package ca.vitaravox.vapi.assistant;

import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.vapi.tool.ToolSpec;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * A clinic's assistants as the voice platform wants them, made of the clinic's settings and the catalogue of tools:
 * one for a clinic of one language, else one that answers and one for each language that goes on. Thread-safe.
 */
public final class Definition {
    private final AssistantSettings settings;
    private final List<ToolSpec> tools;

    /** Definitions with these tools. */
    public Definition(AssistantSettings settings, List<ToolSpec> tools) {
        this.settings = settings;
        this.tools = List.copyOf(tools);
    }

    /** The tools, in order. */
    public List<ToolSpec> tools() {
        return tools;
    }

    /** The parts of calls that begin in a language, the one that answers first. */
    public List<Part> parts(Clinic clinic, Language first) {
        Part opening = Part.opening(clinic, first);
        return opening.others().isEmpty()
                ? List.of(opening)
                : Stream.concat(
                                Stream.of(opening),
                                Stream.concat(Stream.of(first), opening.others().stream())
                                        .map(language -> Part.continuing(clinic, language)))
                        .toList();
    }

    /** A tool to be saved, for callers of a language. */
    public ObjectNode tool(ToolSpec tool, Language language, Optional<Behind> behind) {
        return ToolShape.of(tool, language, behind);
    }

    /** All tools, to be described in an assistant. */
    public Equipment described(Language language, Optional<Behind> behind) {
        return new Equipment(
                tools.stream().map(each -> tool(each, language, behind)).toList(), List.of());
    }

    /** An assistant with these tools. Without {@code behind} its messages go where those of the called number go. */
    public ObjectNode assistant(Clinic clinic, Part part, Equipment equipment, Optional<Behind> behind) {
        return AssistantShape.of(clinic, part, settings, equipment, behind);
    }

    /**
     * The assistants of calls that begin in a language, who hand over to each other in silence.
     *
     * @param identify puts each assistant, or its id, into its place
     */
    public ObjectNode squad(Clinic clinic, Language first, BiConsumer<Part, ObjectNode> identify) {
        ObjectNode squad = JsonNodeFactory.instance.objectNode();
        squad.put("name", Texts.plain(clinic.name(), AssistantShape.LONGEST_NAME - 3) + " " + first.code());
        ArrayNode members = squad.putArray("members");
        for (Part part : parts(clinic, first)) {
            ObjectNode member = members.addObject();
            identify.accept(part, member);
            ArrayNode handoffs = member.putObject("assistantOverrides").putArray("tools:append");
            part.others().forEach(other -> handoffs.add(handoff(clinic, Part.continuing(clinic, other))));
        }
        return squad;
    }

    /** Nothing is said, and everything said so far goes along. */
    private static ObjectNode handoff(Clinic clinic, Part to) {
        ObjectNode handoff = JsonNodeFactory.instance.objectNode().put("type", "handoff");
        handoff.putArray("messages");
        ObjectNode destination = handoff.putArray("destinations").addObject();
        destination
                .put("type", "assistant")
                .put("assistantName", AssistantShape.name(clinic, to))
                .put(
                        "description",
                        Prompt.phrase("handoff", Manner.of(to.language()).say("name")))
                .putObject("contextEngineeringPlan")
                .put("type", "all");
        return handoff;
    }
}
