package ca.vitaravox.vapi.assistant;

import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.Line;
import ca.vitaravox.vapi.tool.Toolbox;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Answers the voice platform's question who shall take a call. Thread-safe. */
public final class Assistants {
    private static final String NO_SUCH_LINE =
            "Sorry, this number is not in service. Please check the number and call again."
                    + " In an emergency, hang up and dial 9 1 1.";
    private static final String UNAVAILABLE = "Sorry, we cannot take your call right now. Please call again in a few"
            + " minutes. In an emergency, hang up and dial 9 1 1.";

    private final ClinicDirectory directory;
    private final Toolbox toolbox;

    /** Assistants for the directory's clinics, with these tools. */
    public Assistants(ClinicDirectory directory, Toolbox toolbox) {
        this.directory = directory;
        this.toolbox = toolbox;
    }

    /** The answer for a line; one that belongs to no clinic hears a sentence. */
    public ObjectNode forLine(Optional<Line> line) {
        return line.map(this::forLine).orElseGet(() -> spoken(NO_SUCH_LINE));
    }

    /** The sentence a caller hears while nothing can be looked up. */
    public ObjectNode unavailable() {
        return spoken(UNAVAILABLE);
    }

    private ObjectNode forLine(Line line) {
        Clinic clinic = directory.clinic(line.clinic());
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        line.assistantId()
                .ifPresentOrElse(
                        saved -> answer.put("assistantId", saved),
                        () -> answer.set("assistant", TransientAssistant.of(clinic, line, toolbox.specs())));
        ObjectNode overrides = answer.putObject("assistantOverrides");
        overrides
                .putObject("variableValues")
                .put("clinicName", clinic.name())
                .put("clinicTimezone", clinic.zone().getId())
                .put("clinicPhone", clinic.phone().e164())
                .put("language", line.language().code());
        return answer;
    }

    private static ObjectNode spoken(String sentence) {
        return JsonNodeFactory.instance.objectNode().put("error", sentence);
    }
}
