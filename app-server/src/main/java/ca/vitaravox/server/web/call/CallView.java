package ca.vitaravox.server.web.call;

import ca.vitaravox.server.web.page.Texts;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A call, without what was done in it. What is not known is empty.
 *
 * @param id the call
 * @param when when it began, by the clinic's clock
 * @param caller the number
 * @param length how long it lasted
 * @param over whether it ended
 * @param endedReason the voice platform's word for why it ended
 * @param cost what it cost, in US dollars
 * @param intent what the caller wanted
 * @param outcome what came of it
 * @param saidIntent what the caller wanted, as the assistant says
 * @param saidOutcome what came of it, as the assistant says
 * @param satisfaction the caller's, from 1 to 5
 * @param summary in words
 * @param trial whether somebody tried it out
 */
public record CallView(
        String id,
        String when,
        String caller,
        String length,
        boolean over,
        String endedReason,
        String cost,
        String intent,
        String outcome,
        String saidIntent,
        String saidOutcome,
        String satisfaction,
        String summary,
        boolean trial) {
    static CallView of(JsonNode call, Texts texts, ZoneId zone) {
        return new CallView(
                call.path("id").asText(),
                call.has("startedAt")
                        ? texts.moment(Instant.parse(call.path("startedAt").asText()), zone)
                        : "",
                call.path("caller").asText(""),
                call.has("seconds")
                        ? CallRow.length(Duration.ofSeconds(call.path("seconds").asLong()))
                        : "",
                call.has("endedAt"),
                call.path("endedReason").asText("").replace('-', ' '),
                call.path("costUsd").asText(""),
                call.path("intent").asText(""),
                call.path("outcome").asText(""),
                call.path("saidIntent").asText(""),
                call.path("saidOutcome").asText(""),
                call.path("satisfaction").asText(""),
                call.path("summary").asText(""),
                call.path("trial").asBoolean());
    }
}
