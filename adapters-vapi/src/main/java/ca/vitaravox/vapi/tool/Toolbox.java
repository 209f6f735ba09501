package ca.vitaravox.vapi.tool;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.call.ToolArgument;
import ca.vitaravox.ports.clinic.Language;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * The voice tools, all of them. The webhook decides who is asking, whether a call runs at all, and how long; what a
 * call does is decided here. Thread-safe.
 */
public interface Toolbox {
    /** The tool of that name, spelt exactly so. */
    Optional<ToolSpec> spec(String name);

    /** All tools, in the order in which they are shown. */
    List<ToolSpec> specs();

    /**
     * Executes a tool. Arguments that do not fit its schema are an {@link Code#INVALID_ARGUMENT} refusal.
     *
     * @param spec one of {@link #specs()}
     * @param call who asks, in which language, until when
     * @param arguments as they came: any spelling, static parameters included; not changed
     * @throws RuntimeException for broken things only, never for anything the caller or the model did
     */
    ToolResult run(ToolSpec spec, CallContext call, ObjectNode arguments);

    /**
     * The answer to arguments that must be answered even if nobody knows which clinic was called and neither database
     * nor EMR is there: an emergency. Asked first, and only of tools that {@linkplain ToolSpec#alwaysWorks always
     * work}; computed without waiting for anything.
     *
     * @return empty if these arguments need the usual way
     */
    Optional<ToolResult> withoutClinic(ToolSpec spec, ObjectNode arguments, Language language);

    /**
     * The arguments that are declared, as the record of the call keeps them.
     *
     * @param spec one of {@link #specs()}
     * @param arguments as they came; not changed
     */
    List<ToolArgument> told(ToolSpec spec, ObjectNode arguments);

    /** A refusal by the webhook itself ({@code EMR_UNAVAILABLE}, {@code OUTCOME_PENDING}, …), ready to be spoken. */
    ToolResult refusal(Code code, Language language);
}
