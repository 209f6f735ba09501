package ca.vitaravox.server.web.waitlist;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Somebody who waits.
 *
 * @param id the entry
 * @param name who
 * @param phone where they are reached
 * @param patient their chart; empty if it is not known
 * @param kind what they wait for
 * @param wish which openings suit, in words
 * @param urgent whether they come before all others
 * @param since since when
 * @param until until when
 * @param language in which language to speak to them
 * @param offered whether an opening is offered to them
 * @param notes what they said; empty if nothing
 */
public record WaitingRow(
        String id,
        String name,
        String phone,
        String patient,
        String kind,
        String wish,
        boolean urgent,
        String since,
        String until,
        String language,
        boolean offered,
        String notes) {
    static WaitingRow of(JsonNode entry, Words words) {
        return new WaitingRow(
                entry.path("id").asText(),
                entry.path("firstName").asText() + " " + entry.path("lastName").asText(),
                entry.path("phone").asText(),
                entry.path("patientId").asText(""),
                entry.path("kind").asText(),
                words.wish(entry),
                entry.path("priority").asText().equals("urgent"),
                words.day(entry.path("since").asText()),
                words.day(entry.path("until").asText()),
                entry.path("language").asText(),
                entry.path("offered").asBoolean(),
                entry.path("notes").asText(""));
    }
}
