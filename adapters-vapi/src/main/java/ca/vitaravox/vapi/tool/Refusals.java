package ca.vitaravox.vapi.tool;

import ca.vitaravox.vapi.speech.Voice;
import java.util.Map;

/**
 * Results that are refusals about which there is nothing more to say, with their codes. Immutable, thread-safe.
 *
 * @param codes by the class of the result
 */
public record Refusals(Map<Class<?>, Code> codes) {
    /** Copies the map. */
    public Refusals {
        codes = Map.copyOf(codes);
    }

    /**
     * The answer to such a result.
     *
     * @throws IllegalStateException if it is none of these: a tool that knows no answer to one of its results is broken
     */
    public ToolResult to(Object result, Voice voice) {
        Code code = codes.get(result.getClass());
        if (code == null) {
            throw new IllegalStateException("no answer to " + result.getClass().getSimpleName());
        }
        return Draft.refusal(code, voice).result();
    }
}
