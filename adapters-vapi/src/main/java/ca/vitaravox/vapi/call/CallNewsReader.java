package ca.vitaravox.vapi.call;

import ca.vitaravox.ports.call.CallNews;
import ca.vitaravox.ports.call.Transcripts;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the news in the voice platform's messages about a call. The same fact has stood in several places over the
 * years; the newest place is looked at first. Whatever is missing or makes no sense is left out.
 */
public final class CallNewsReader {
    private static final int LONGEST_REASON = 100;
    private static final int LONGEST_SUMMARY = 2000;
    private static final BigDecimal ABSURD_COST = new BigDecimal(10_000);

    private CallNewsReader() {}

    /**
     * The news in a {@code status-update} or {@code end-of-call-report}.
     *
     * @param message the message, without its envelope
     * @param arrived when it came, for what has no time of its own
     * @return empty for all other messages, and for states that are neither a beginning nor an end
     */
    public static Optional<CallNews> read(JsonNode message, Instant arrived) {
        return switch (message.path("type").asText("")) {
            case "status-update" -> statusUpdate(message, arrived);
            case "end-of-call-report" -> Optional.of(report(message));
            default -> Optional.empty();
        };
    }

    private static Optional<CallNews> statusUpdate(JsonNode message, Instant arrived) {
        return switch (message.path("status").asText("")) {
            case "in-progress" ->
                Optional.of(new CallNews.Started(time(message, "/startedAt", "/call/startedAt", "/timestamp")
                        .orElse(arrived)));
            case "ended" ->
                Optional.of(new CallNews.Ended(
                        time(message, "/endedAt", "/call/endedAt", "/timestamp").orElse(arrived), reason(message)));
            default -> Optional.empty();
        };
    }

    private static CallNews report(JsonNode message) {
        return new CallNews.Reported(
                time(message, "/startedAt", "/call/startedAt"),
                time(message, "/endedAt", "/call/endedAt"),
                reason(message),
                cost(message),
                text(message, LONGEST_SUMMARY, "/analysis/summary", "/summary", "/call/analysis/summary"),
                transcript(message));
    }

    /** Its lines stay lines. */
    private static Optional<String> transcript(JsonNode message) {
        return at(message, "/artifact/transcript", "/transcript", "/call/artifact/transcript", "/call/transcript")
                .filter(JsonNode::isTextual)
                .map(node -> node.textValue().replaceAll("[\\p{Cc}\\p{Cs}&&[^\n]]+", " "))
                .filter(text -> !text.isBlank())
                .map(text -> cut(text, Transcripts.LONGEST))
                .findFirst();
    }

    private static Optional<String> reason(JsonNode message) {
        return text(message, LONGEST_REASON, "/endedReason", "/call/endedReason");
    }

    private static Optional<BigDecimal> cost(JsonNode message) {
        return at(message, "/cost", "/call/cost", "/costBreakdown/total", "/call/costBreakdown/total")
                .filter(JsonNode::isNumber)
                .filter(node -> Double.isFinite(node.doubleValue()))
                .map(JsonNode::decimalValue)
                .filter(cost -> cost.signum() >= 0 && cost.compareTo(ABSURD_COST) < 0)
                .map(cost -> cost.setScale(4, RoundingMode.HALF_UP))
                .findFirst();
    }

    private static Optional<Instant> time(JsonNode message, String... pointers) {
        return at(message, pointers)
                .flatMap(node -> Timestamps.read(node).stream())
                .findFirst();
    }

    private static Optional<String> text(JsonNode message, int longest, String... pointers) {
        return at(message, pointers)
                .filter(JsonNode::isTextual)
                .map(node -> cut(
                        node.textValue().replaceAll("[\\p{Cc}\\p{Cs}]+", " ").strip(), longest))
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    /** The first {@code longest} characters, no character cut in half. */
    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }

    private static Stream<JsonNode> at(JsonNode message, String... pointers) {
        return Arrays.stream(pointers).map(message::at);
    }
}
