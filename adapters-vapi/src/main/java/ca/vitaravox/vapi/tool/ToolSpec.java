package ca.vitaravox.vapi.tool;

import ca.vitaravox.ports.clinic.Language;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * What a tool is called and takes.
 *
 * @param name as the model calls it: {@code create_appointment}
 * @param slug as paths name it: {@code create-appointment}
 * @param description for the model, below 1,000 characters
 * @param parameters the JSON Schema of its arguments; not to be changed
 * @param fillers what the assistant says while the tool works, in every language; promises nothing
 * @param writes whether it changes anything, so that a repeat must be answered without executing it again
 * @param counts whether each execution counts against a limit, so that a repeat must be answered without another
 * @param alwaysWorks whether some of its arguments are answered {@linkplain Toolbox#withoutClinic without a clinic}
 */
public record ToolSpec(
        String name,
        String slug,
        String description,
        ObjectNode parameters,
        Map<Language, String> fillers,
        boolean writes,
        boolean counts,
        boolean alwaysWorks) {
    /** Copies the fillers; a language without one is refused. */
    public ToolSpec {
        fillers = Map.copyOf(fillers);
        if (fillers.size() != Language.values().length) {
            throw new IllegalArgumentException(name + " has nothing to say in some language while it works");
        }
    }
}
