package ca.vitaravox.vapi.webhook;

import ca.vitaravox.ports.call.Outcome;
import ca.vitaravox.vapi.tool.Code;
import ca.vitaravox.vapi.tool.ToolResult;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** How one tool call is answered. */
sealed interface Answer {
    /** The refusal's or fault's code; empty on success. */
    Optional<String> code();

    /** What it made of the phone call, where it says so: it was handed on, or a message was taken. */
    Optional<Outcome> outcome();

    /**
     * Business: success or a refusal.
     *
     * @param json the tool's whole answer, a JSON object on one line
     * @param code the refusal's code
     */
    record Result(String json, Optional<String> code) implements Answer {
        /** What a tool answered, each of its texts on one line. */
        static Result of(ToolResult result) {
            return new Result(
                    Texts.oneLine(result.body()).toString(), result.code().map(Code::name));
        }

        /** What was answered before, as it was remembered. */
        static Result remembered(String json) {
            return new Result(json, Json.value(json).flatMap(body -> Json.text(body, "/code")));
        }

        @Override
        public Optional<Outcome> outcome() {
            if (!json.contains("\"destination\"") && !json.contains("\"message_taken\"")) {
                return Optional.empty();
            }
            JsonNode body = Json.value(json).orElse(Json.object());
            if (body.path("destination").isObject()) {
                return Optional.of(Outcome.TRANSFERRED);
            }
            return body.path("message_taken").asBoolean() ? Optional.of(Outcome.MESSAGE_TAKEN) : Optional.empty();
        }
    }

    /**
     * No business.
     *
     * @param fault why
     */
    record Failed(Fault fault) implements Answer {
        @Override
        public Optional<String> code() {
            return Optional.of(fault.name());
        }

        @Override
        public Optional<Outcome> outcome() {
            return Optional.empty();
        }
    }
}
