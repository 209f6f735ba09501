package ca.vitaravox.server.web.call;

import ca.vitaravox.server.web.page.Texts;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that happened in a call.
 *
 * @param time by the clinic's clock, to the second
 * @param tool the tool that was called; empty if it is an entry of the trail
 * @param title what it is, in words
 * @param result how it ended: a code, or a word of the trail; empty where it went well
 * @param good whether it went well
 * @param millis how long a tool took
 * @param details what it was about: arguments of a tool, ids in the trail
 * @param requests what the EMR was asked for it
 */
public record Event(
        String time,
        String tool,
        String title,
        String result,
        boolean good,
        String millis,
        List<Detail> details,
        List<Request> requests) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    /**
     * A name and a value.
     *
     * @param name as the interface has it
     * @param value empty where whoever looks may not see it
     */
    public record Detail(String name, String value) {}

    /**
     * A request to the EMR.
     *
     * @param operation what was asked
     * @param millis how long it took
     * @param status as HTTP has it; empty if there was no answer
     */
    public record Request(String operation, String millis, String status) {}

    /** Whether it is a tool call. */
    public boolean isTool() {
        return !tool.isEmpty();
    }

    static Event of(JsonNode event, Texts texts, ZoneId zone) {
        String time = Instant.parse(event.path("at").asText()).atZone(zone).format(TIME);
        return event.path("event").asText().equals("tool_call") ? tool(event, time) : entry(event, time, texts);
    }

    private static Event tool(JsonNode event, String time) {
        String name = event.path("tool").asText();
        List<Detail> details = new ArrayList<>();
        event.path("arguments")
                .forEach(each -> details.add(new Detail(
                        each.path("name").asText(), each.path("value").asText(""))));
        List<Request> requests = new ArrayList<>();
        event.path("emrRequests")
                .forEach(each -> requests.add(new Request(
                        each.path("operation").asText(),
                        each.path("millis").asText(),
                        each.path("status").asText(""))));
        return new Event(
                time,
                name,
                name,
                event.path("code").asText(""),
                !event.has("code"),
                event.path("millis").asText(),
                details,
                requests);
    }

    private static Event entry(JsonNode event, String time, Texts texts) {
        String action = event.path("action").asText();
        String result = event.path("result").asText();
        List<Detail> details = new ArrayList<>();
        for (String field : List.of("patientId", "subject")) {
            if (event.has(field)) {
                details.add(new Detail(
                        texts.text("call." + field), event.path(field).asText()));
            }
        }
        boolean done = result.equals("done");
        return new Event(
                time,
                "",
                say(texts, "action." + action, action),
                done ? "" : say(texts, "result." + result, result),
                done,
                "",
                details,
                List.of());
    }

    private static String say(Texts texts, String key, String word) {
        return texts.has(key) ? texts.text(key) : word.replace('_', ' ');
    }
}
