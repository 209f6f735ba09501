package ca.vitaravox.server.web.task;

import ca.vitaravox.server.web.clinic.Did;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * A task in the list.
 *
 * @param id the task
 * @param kind why it is there
 * @param at since when
 * @param patient the chart it is about; empty if none
 * @param call the call it came from; empty if none
 * @param reason what a message is about, in a word; empty if it is none
 * @param text what a message says; empty if nothing
 * @param caller from which number a message came; empty if withheld
 * @param callBack which number to call; empty if none was left
 * @param taken who took it
 * @param done who finished it
 */
public record TaskRow(
        String id,
        String kind,
        String at,
        String patient,
        String call,
        String reason,
        String text,
        String caller,
        String callBack,
        Optional<Did> taken,
        Optional<Did> done) {
    static TaskRow of(JsonNode task) {
        JsonNode message = task.path("message");
        return new TaskRow(
                task.path("id").asText(),
                task.path("kind").asText(),
                task.path("at").asText(),
                task.path("patientId").asText(""),
                task.path("callId").asText(""),
                message.path("reason").asText("").replace('_', ' '),
                message.path("text").asText(""),
                message.path("caller").asText(""),
                message.path("callBack").asText(""),
                Did.of(task.path("taken")),
                Did.of(task.path("done")));
    }

    /** Whether it is about an opening that is offered, and so done where offers are. */
    public boolean isOffer() {
        return kind.equals("phone_for_opening");
    }

    /** The number to call, be it left or the one that called; empty if there is none. */
    public String number() {
        return callBack.isEmpty() ? caller : callBack;
    }
}
