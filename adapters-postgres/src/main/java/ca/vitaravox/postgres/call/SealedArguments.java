package ca.vitaravox.postgres.call;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.call.ToolArgument;
import ca.vitaravox.ports.call.ToolCall;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.Envelope;
import ca.vitaravox.ports.clinic.SecretPlace;
import ca.vitaravox.ports.clinic.UnsealableException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The arguments of tool calls, sealed for the tool call they came with. Thread-safe. */
final class SealedArguments {
    private static final Logger LOG = LoggerFactory.getLogger(SealedArguments.class);
    private static final String FIELD = "arguments";
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<ToolArgument>> ARGUMENTS = new TypeReference<>() {};

    private final Envelope envelope;

    SealedArguments(Envelope envelope) {
        this.envelope = envelope;
    }

    /** Where those of a tool call are kept. */
    static SecretPlace place(ClinicId clinic, CallId call, String toolCall) {
        return SecretPlace.of(clinic, String.join("/", FIELD, call.value(), toolCall));
    }

    /** Sealed; nothing where there are none. */
    Optional<String> seal(ClinicId clinic, CallId call, ToolCall toolCall) {
        if (toolCall.arguments().isEmpty()) {
            return Optional.empty();
        }
        try {
            String written = JSON.writeValueAsString(toolCall.arguments());
            return Optional.of(envelope.seal(place(clinic, call, toolCall.id()), written));
        } catch (JsonProcessingException never) {
            throw new UncheckedIOException(never);
        }
    }

    /** What was sealed; nothing if it cannot be opened any more, for the rest of the call is worth showing. */
    List<ToolArgument> open(ClinicId clinic, CallId call, String toolCall, Optional<String> sealed) {
        if (sealed.isEmpty()) {
            return List.of();
        }
        try {
            return JSON.readValue(envelope.open(place(clinic, call, toolCall), sealed.get()), ARGUMENTS);
        } catch (UnsealableException lost) {
            LOG.warn("the arguments of a tool call in call {} cannot be opened: {}", call, lost.getMessage());
            return List.of();
        } catch (JsonProcessingException never) {
            throw new UncheckedIOException(never);
        }
    }
}
