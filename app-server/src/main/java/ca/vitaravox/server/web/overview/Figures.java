package ca.vitaravox.server.web.overview;

import ca.vitaravox.server.web.page.Texts;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came of the calls of some days.
 *
 * @param first the first day
 * @param last the last day
 * @param calls how many
 * @param trials how many were tried out, which are in no other figure
 * @param bookings how many of them booked
 * @param holdsLost how often a hold was over, or its time taken, before it was booked
 * @param byDay calls of each day
 * @param byHour calls of each hour of the day
 * @param intents what callers wanted
 * @param outcomes what came of it
 * @param tools how tools did
 * @param emr how the EMR did
 */
public record Figures(
        LocalDate first,
        LocalDate last,
        int calls,
        int trials,
        int bookings,
        int holdsLost,
        Columns byDay,
        Columns byHour,
        List<Share> intents,
        List<Share> outcomes,
        List<ToolRow> tools,
        EmrRow emr) {
    /**
     * How the EMR did.
     *
     * @param answersFrom which answers; empty for several clinics together
     * @param requests how often it was asked
     * @param failed how often it did not answer as it should
     * @param median within so many milliseconds half its answers came
     * @param p95 95 of 100
     */
    public record EmrRow(String answersFrom, int requests, int failed, int median, int p95) {}

    static Figures of(JsonNode overview, Texts texts) {
        LocalDate first = LocalDate.parse(overview.path("first").asText());
        LocalDate last = LocalDate.parse(overview.path("last").asText());
        JsonNode emr = overview.path("emr");
        return new Figures(
                first,
                last,
                overview.path("calls").asInt(),
                overview.path("trials").asInt(),
                overview.path("bookings").asInt(),
                overview.path("holdsLost").asInt(),
                Columns.of(days(overview.path("callsByDay"), first, last, texts)),
                Columns.of(hours(overview.path("callsByHour"))),
                Share.of(overview.path("intents")),
                Share.of(overview.path("outcomes")),
                ToolRow.of(overview.path("tools")),
                new EmrRow(
                        emr.path("answersFrom").asText(""),
                        emr.path("requests").asInt(),
                        emr.path("failed").asInt(),
                        emr.path("medianMillis").asInt(),
                        emr.path("p95Millis").asInt()));
    }

    /** Days without calls too. */
    private static Map<String, Integer> days(JsonNode calls, LocalDate first, LocalDate last, Texts texts) {
        Map<String, Integer> days = new LinkedHashMap<>();
        first.datesUntil(last.plusDays(1))
                .forEach(day ->
                        days.put(texts.day(day), calls.path(day.toString()).asInt()));
        return days;
    }

    private static Map<String, Integer> hours(JsonNode calls) {
        Map<String, Integer> hours = new LinkedHashMap<>();
        for (int hour = 0; hour < calls.size(); hour++) {
            hours.put("%02d:00".formatted(hour), calls.get(hour).asInt());
        }
        return hours;
    }
}
