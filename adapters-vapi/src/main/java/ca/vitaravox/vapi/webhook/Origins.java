package ca.vitaravox.vapi.webhook;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.clinic.CalledLine;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.clinic.PhoneNumbers;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads which line was called, by whom and in which call. The telephone side decides; the static parameters that the
 * voice platform adds to arguments only fill in what the envelope leaves out, since a model can be talked into writing
 * them. Thread-safe.
 */
final class Origins {
    private static final CalledLine NONE = new CalledLine(Optional.empty(), Optional.empty(), Optional.empty());
    private final PhoneNumbers numbers;

    Origins(PhoneNumbers numbers) {
        this.numbers = numbers;
    }

    /** The origin of a server message. */
    Origin ofMessage(JsonNode message) {
        boolean telephone = message.path("phoneNumber").isObject()
                || message.at("/call/phoneNumberId").isTextual()
                || Json.text(message, "/customer/number", "/call/customer/number")
                        .isPresent();
        return new Origin(
                calledIn(message),
                Json.text(message, "/call/id", "/chat/sessionId", "/chat/id"),
                number(Json.text(message, "/customer/number", "/call/customer/number")),
                telephone,
                languageOf(message));
    }

    /** The origin of a plain request, by its {@code call}. */
    Origin ofPlain(JsonNode call) {
        return new Origin(
                new CalledLine(number(Json.text(call, "/to")), Optional.empty(), Optional.empty()),
                Json.text(call, "/id"),
                number(Json.text(call, "/from")),
                call.has("from"),
                Optional.empty());
    }

    /** The line a whole body is about: the envelope's, or where that names none that of its first tool call which does. */
    CalledLine called(ObjectNode body) {
        JsonNode message = body.path("message");
        Origin envelope = envelope(body);
        if (!envelope.called().namesNothing()) {
            return envelope.called();
        }
        return Stream.concat(
                        Stream.of(ToolRequests.arguments(body.path("arguments"))),
                        ToolRequests.in(message).stream().map(ToolRequest::arguments))
                .flatMap(Optional::stream)
                .map(arguments -> completed(envelope, arguments).called())
                .filter(line -> !line.namesNothing())
                .findFirst()
                .orElse(envelope.called());
    }

    /** The phone call a whole body is about, as its envelope says. */
    Optional<CallId> call(ObjectNode body) {
        return envelope(body).call();
    }

    private Origin envelope(ObjectNode body) {
        JsonNode message = body.path("message");
        return message.isObject() ? ofMessage(message) : ofPlain(body.path("call"));
    }

    /** The origin of one tool call: what the envelope left out, filled in from the call's arguments. */
    Origin completed(Origin envelope, ObjectNode arguments) {
        Optional<PhoneNumber> called = number(Json.text(arguments, "/called_number"));
        return new Origin(
                envelope.called().namesNothing()
                        ? new CalledLine(called, Optional.empty(), Optional.empty())
                        : envelope.called(),
                envelope.callId().or(() -> Json.text(arguments, "/call_id")),
                envelope.telephone() ? envelope.caller() : number(Json.text(arguments, "/caller_number")),
                envelope.telephone(),
                Json.text(arguments, "/language").flatMap(Language::of).or(envelope::language));
    }

    /** A number has one id: two that differ name nothing. An assistant's id counts only where no number was called. */
    private CalledLine calledIn(JsonNode message) {
        Optional<PhoneNumber> number = number(Json.text(message, "/phoneNumber/number"));
        Optional<String> id = Json.text(message, "/phoneNumber/id");
        Optional<String> idOfCall = Json.text(message, "/call/phoneNumberId");
        if (id.isPresent() && idOfCall.isPresent() && !id.equals(idOfCall)) {
            return NONE;
        }
        boolean byNumber = number.isPresent() || id.isPresent() || idOfCall.isPresent();
        return new CalledLine(
                number,
                id.or(() -> idOfCall),
                byNumber ? Optional.empty() : Json.text(message, "/call/assistantId", "/chat/assistantId"));
    }

    private Optional<PhoneNumber> number(Optional<String> written) {
        return written.filter(text -> !WithheldNumbers.contains(text)).flatMap(numbers::parse);
    }

    private static Optional<Language> languageOf(JsonNode message) {
        return Stream.of(
                        "/call/assistantOverrides/variableValues/language",
                        "/artifact/variableValues/language",
                        "/assistant/transcriber/language")
                .flatMap(pointer -> Json.text(message, pointer).flatMap(Language::of).stream())
                .findFirst();
    }
}
