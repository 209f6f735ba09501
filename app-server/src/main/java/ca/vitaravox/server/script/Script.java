package ca.vitaravox.server.script;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * What happens in a scripted phone call.
 *
 * @param from the calling number; empty when withheld
 * @param to the called number
 * @param phoneNumberId the voice platform's id of the called number
 * @param steps what is said and done, in order
 * @param summary what the voice platform reports of it afterwards
 */
public record Script(
        Optional<String> from,
        Optional<String> to,
        Optional<String> phoneNumberId,
        List<Step> steps,
        Optional<String> summary) {
    /** Copies the list. */
    public Script {
        steps = List.copyOf(steps);
    }

    /** The same script between other numbers, where they are given. */
    public Script between(Optional<String> caller, Optional<String> called) {
        return new Script(
                caller.or(() -> from),
                called.or(() -> to),
                called.isPresent() ? Optional.empty() : phoneNumberId,
                steps,
                summary);
    }

    /** Something that happens; {@code ${name}} in its texts stands for what was kept under that name. */
    public sealed interface Step {
        /** Somebody speaks. */
        record Said(String who, String words) implements Step {}

        /**
         * The assistant calls a tool.
         *
         * @param name the tool
         * @param arguments a JSON object
         * @param expected what must be in the result
         * @param kept what is kept of the result
         */
        record Tool(String name, String arguments, List<Expected> expected, List<Kept> kept) implements Step {
            /** Whether what the script waits for is not there yet: what others do takes a moment. */
            public boolean isAwaited(JsonNode result) {
                return expected.stream()
                        .filter(Expected::awaited)
                        .anyMatch(each -> result.at(each.pointer()).isMissingNode());
            }
        }
    }

    /**
     * A place in a tool's result and what must be there.
     *
     * @param pointer the place (RFC 6901)
     * @param value as text; empty for anything at all
     * @param awaited whether the tool is called again until something is there
     */
    public record Expected(String pointer, Optional<String> value, boolean awaited) {}

    /**
     * A place in a tool's result and the name its value is kept under.
     *
     * @param name the name
     * @param pointer the place (RFC 6901)
     */
    public record Kept(String name, String pointer) {}
}
