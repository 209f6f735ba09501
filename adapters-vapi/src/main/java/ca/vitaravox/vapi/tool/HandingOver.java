package ca.vitaravox.vapi.tool;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.call.Patience;
import ca.vitaravox.ports.call.ToolArgument;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.vapi.speech.Phrase;
import ca.vitaravox.vapi.speech.Voice;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Other tools, behind the rule that a model which gets one thing wrong again and again in a call hands the caller to a
 * person, and so does an EMR that is not there, whichever tools ask it, at once while it is left alone: the refusal stays
 * what it is, but says so.
 * Thread-safe.
 */
public final class HandingOver implements Toolbox {
    private static final Logger LOG = LoggerFactory.getLogger(HandingOver.class);
    /** What is refused because of what the model passes; not what the clinic or the caller's wishes refuse. */
    private static final Set<Code> OF_THE_MODEL = EnumSet.of(
            Code.INVALID_ARGUMENT,
            Code.IDENTITY_NOT_VERIFIED,
            Code.CONSENT_REQUIRED,
            Code.PROVIDER_NOT_FOUND,
            Code.VISIT_TYPE_UNKNOWN,
            Code.SLOT_UNKNOWN,
            Code.OUTSIDE_BOOKING_WINDOW,
            Code.ALREADY_BOOKED,
            Code.APPOINTMENT_NOT_FOUND,
            Code.NOT_CONFIRMED);
    /** What only says that the caller has to be asked. */
    private static final Set<Code> ASKING = EnumSet.of(Code.NOT_CONFIRMED, Code.CONSENT_REQUIRED);
    /** What cannot be handed over: the handing over itself, and what callers hear nothing of. */
    private static final Set<String> KEPT = Set.of("transfer_call", "log_call_metadata");

    private static final List<String> DETAILS = List.of("field", "hint");

    private final Toolbox tools;
    private final Patience patience;

    /** These tools, as long as patience lasts. */
    public HandingOver(Toolbox tools, Patience patience) {
        this.tools = tools;
        this.patience = patience;
    }

    @Override
    public Optional<ToolSpec> spec(String name) {
        return tools.spec(name);
    }

    @Override
    public List<ToolSpec> specs() {
        return tools.specs();
    }

    @Override
    public ToolResult run(ToolSpec spec, CallContext call, ObjectNode arguments) {
        ToolResult result = answered(spec, call, arguments);
        return isOver(spec, call, arguments, result) ? handedOver(result, call, arguments) : result;
    }

    /** What a tool does not expect of its EMR is told as what it is. */
    private ToolResult answered(ToolSpec spec, CallContext call, ObjectNode arguments) {
        try {
            return tools.run(spec, call, arguments);
        } catch (EmrUnavailableException silent) {
            LOG.warn("{} in call {}: {}", spec.name(), call.call(), silent.getMessage());
            return tools.refusal(Code.EMR_UNAVAILABLE, call.language());
        }
    }

    /** Without a count everything goes on as if it were the first time. */
    private boolean isOver(ToolSpec spec, CallContext call, ObjectNode arguments, ToolResult result) {
        try {
            if (result.code().equals(Optional.of(Code.EMR_UNAVAILABLE))) {
                return patience.isOverForSilence(call);
            }
            boolean counts = result.code().filter(OF_THE_MODEL::contains).isPresent() && !KEPT.contains(spec.name());
            return counts && patience.isOver(call, spec.name(), kind(result, arguments));
        } catch (RuntimeException e) {
            LOG.warn("a failure of {} in call {} was not counted: {}", spec.name(), call.call(), e.getClass());
            return false;
        }
    }

    /** The code and, where it has one, the field. Asking for a yes is no failure, but for the same thing again it is. */
    private static String kind(ToolResult result, ObjectNode arguments) {
        Code code = result.code().orElseThrow();
        String detail = ASKING.contains(code)
                ? Integer.toHexString(arguments.hashCode())
                : result.body().path("field").asText();
        return code + (detail.isEmpty() ? "" : "/" + detail);
    }

    private static ToolResult handedOver(ToolResult result, CallContext call, ObjectNode arguments) {
        Voice voice = Voice.of(ChosenLanguage.in(arguments).orElse(call.language()));
        Draft draft = Draft.refusal(result.code().orElseThrow(), voice.say(Phrase.STAFF_WILL_HELP))
                .next(Next.TRANSFER_TO_STAFF);
        JsonNode body = result.body();
        DETAILS.stream().filter(body::has).forEach(name -> draft.with(name, body.get(name)));
        return draft.result();
    }

    @Override
    public Optional<ToolResult> withoutClinic(ToolSpec spec, ObjectNode arguments, Language language) {
        return tools.withoutClinic(spec, arguments, language);
    }

    @Override
    public List<ToolArgument> told(ToolSpec spec, ObjectNode arguments) {
        return tools.told(spec, arguments);
    }

    @Override
    public ToolResult refusal(Code code, Language language) {
        return tools.refusal(code, language);
    }
}
