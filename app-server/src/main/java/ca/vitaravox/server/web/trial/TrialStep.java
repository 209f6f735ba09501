package ca.vitaravox.server.web.trial;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * A step of a trial.
 *
 * @param kind as the interface names it: {@code said}, {@code tool}, {@code unexpected}, …
 * @param time by the clinic's clock, to the second
 * @param who who spoke
 * @param words what they said; why something ended otherwise
 * @param tool the tool that was called
 * @param code why it refused; empty where it did not
 * @param millis how long it took
 * @param say what the assistant is given to say
 * @param request what was sent, as JSON
 * @param answer what was answered, as JSON
 */
public record TrialStep(
        String kind,
        String time,
        String who,
        String words,
        String tool,
        String code,
        String millis,
        String say,
        String request,
        String answer) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    static TrialStep of(JsonNode step, ZoneId zone) {
        return new TrialStep(
                step.path("kind").asText(),
                Instant.parse(step.path("at").asText()).atZone(zone).format(TIME),
                step.path("who").asText(),
                step.path("words").asText(step.path("why").asText()),
                step.path("tool").asText(),
                step.path("code").asText(),
                step.path("millis").asText(),
                step.path("say").asText(),
                step.path("request").toPrettyString(),
                step.path("answer").toPrettyString());
    }
}
