package ca.vitaravox.server.web.call;

import ca.vitaravox.server.web.page.Texts;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A call in the list.
 *
 * @param id the call
 * @param when when it began, by the clinic's clock
 * @param caller the number; empty when withheld
 * @param length how long it lasted; empty while it goes on
 * @param intent what the caller wanted; empty while that is not known
 * @param outcome what came of it; empty while that is not known
 * @param toolCalls how much the assistant asked
 * @param trial whether somebody tried it out
 */
public record CallRow(
        String id,
        String when,
        String caller,
        String length,
        String intent,
        String outcome,
        int toolCalls,
        boolean trial) {
    static CallRow of(JsonNode call, Texts texts, ZoneId zone) {
        Instant at = Instant.parse(call.path("at").asText());
        return new CallRow(
                call.path("id").asText(),
                texts.moment(at, zone),
                call.path("caller").asText(""),
                call.has("endedAt")
                        ? length(Duration.between(
                                at, Instant.parse(call.path("endedAt").asText())))
                        : "",
                call.path("intent").asText(""),
                call.path("outcome").asText(""),
                call.path("toolCalls").asInt(),
                call.path("trial").asBoolean());
    }

    /** <i>2:05</i>. */
    static String length(Duration length) {
        long seconds = Math.max(0, length.toSeconds());
        return "%d:%02d".formatted(seconds / 60, seconds % 60);
    }
}
