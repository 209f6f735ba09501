package ca.vitaravox.server.web.booking;

import ca.vitaravox.server.web.clinic.ClinicWords;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A week of a provider, on a grid of hours.
 *
 * @param first its Monday
 * @param provider whose it is, by id; empty if the clinic has no providers
 * @param visitType for which visit type there are openings
 * @param bookable whether callers may book the provider
 * @param firstHour the hour with which the grid begins
 * @param hours what stands beside it, one for each hour
 * @param days the days
 */
public record Week(
        LocalDate first,
        String provider,
        String visitType,
        boolean bookable,
        int firstHour,
        List<String> hours,
        List<WeekDay> days) {
    private static final int USUAL_FIRST = 9;
    private static final int USUAL_LAST = 17;

    /** Puts what the interface tells of a week on a grid that begins with the first hour in which there is anything. */
    public static Week of(JsonNode week, ClinicWords words) {
        List<DayReading> readings = new ArrayList<>();
        week.path("days").forEach(day -> readings.add(new DayReading(day, words)));
        int first = readings.stream()
                .flatMap(DayReading::stretches)
                .mapToInt(Stretch::firstHour)
                .min()
                .orElse(USUAL_FIRST);
        int last = readings.stream()
                .flatMap(DayReading::stretches)
                .mapToInt(Stretch::lastHour)
                .max()
                .orElse(USUAL_LAST);
        LocalDate today = LocalDate.parse(week.path("today").asText());
        return new Week(
                LocalDate.parse(week.path("first").asText()),
                week.path("providerId").asText(""),
                week.path("visitType").asText(),
                week.path("bookable").asBoolean(),
                first,
                IntStream.range(first, last).mapToObj("%02d:00"::formatted).toList(),
                readings.stream().map(reading -> reading.day(today)).toList());
    }

    /** The Monday of the week before. */
    public LocalDate before() {
        return first.minusWeeks(1);
    }

    /** The Monday of the week after. */
    public LocalDate after() {
        return first.plusWeeks(1);
    }

    /** Its Sunday. */
    public LocalDate last() {
        return first.plusDays(6);
    }

    /** What the EMR did not tell of some day. */
    public List<String> missing() {
        return days.stream()
                .flatMap(day -> day.missing().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** What stands in closed time, by the names of the days. */
    public Map<String, List<WeekBlock>> inClosedTime() {
        Map<String, List<WeekBlock>> all = new TreeMap<>();
        for (WeekDay day : days) {
            List<WeekBlock> affected =
                    day.blocks().stream().filter(WeekBlock::inClosedTime).toList();
            if (!affected.isEmpty()) {
                all.put(day.day(), affected);
            }
        }
        return all;
    }

    /** Whether there is closed time in it. */
    public boolean closes() {
        return days.stream().anyMatch(day -> !day.closed().isEmpty());
    }

    /** The day that the interface writes so. */
    public WeekDay day(String day) {
        return days.stream().filter(each -> each.day().equals(day)).findFirst().orElseThrow();
    }
}
