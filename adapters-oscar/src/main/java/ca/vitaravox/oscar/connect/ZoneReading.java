package ca.vitaravox.oscar.connect;

import ca.vitaravox.oscar.rest.OscarJson;
import ca.vitaravox.oscar.rest.OscarLink;
import ca.vitaravox.oscar.rest.OscarReply;
import ca.vitaravox.oscar.rest.OscarRequest;
import ca.vitaravox.ports.access.Deadline;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads OSCAR's distance from UTC where it shows: in the provider's own record, and in the days of appointments, which it
 * writes as its midnight. Summer and winter are both looked at, since one of them alone fits several zones.
 */
final class ZoneReading {
    private static final int MOST_PROVIDERS = 3;
    private static final int OK = 200;
    private static final long DAY = Duration.ofDays(1).toMinutes();
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();

    private final OscarLink link;
    private final InstantSource clock;

    ZoneReading(OscarLink link, InstantSource clock) {
        this.link = link;
        this.clock = clock;
    }

    ZoneSigns signs(JsonNode info, Deadline deadline) {
        Map<Instant, Integer> minutes = new HashMap<>();
        JsonNode changed =
                (info.has("providers") ? info.path("providers") : info.path("provider")).path("lastUpdateDate");
        if (changed.path("timezoneOffset").isInt() && changed.path("time").isIntegralNumber()) {
            minutes.put(
                    Instant.ofEpochMilli(changed.path("time").asLong()),
                    -changed.path("timezoneOffset").asInt());
        }
        for (OscarReply month : link.read(months(deadline), deadline)) {
            if (month.status() == OK) {
                OscarJson.rows(month.json(), "appointments", "ProviderPeriodApps").stream()
                        .map(row -> row.path("appointmentDate"))
                        .filter(JsonNode::isIntegralNumber)
                        .forEach(midnight -> note(minutes, midnight.asLong()));
            }
        }
        return new ZoneSigns(minutes);
    }

    private static void note(Map<Instant, Integer> minutes, long midnight) {
        long afterUtc = Math.floorMod(midnight / MINUTE, DAY);
        minutes.put(Instant.ofEpochMilli(midnight), (int) (afterUtc > DAY / 2 ? DAY - afterUtc : -afterUtc));
    }

    private List<OscarRequest> months(Deadline deadline) {
        YearMonth now = YearMonth.from(clock.instant().atZone(ZoneOffset.UTC));
        OscarReply providers = link.read(OscarRequest.get("/providerService/providers_json"), deadline);
        if (providers.status() != OK) {
            return List.of();
        }
        return OscarJson.rows(providers.json(), "content").stream()
                .map(row -> OscarJson.text(row, "providerNo"))
                .filter(number -> number.matches("[0-9]{1,6}"))
                .limit(MOST_PROVIDERS)
                .flatMap(number -> Stream.of(now, now.minusMonths(6)).map(month -> month(number, month)))
                .toList();
    }

    /** OSCAR counts months from 0. */
    private static OscarRequest month(String provider, YearMonth month) {
        return OscarRequest.get(
                "/schedule/fetchMonthly/" + provider + "/" + month.getYear() + "/" + (month.getMonthValue() - 1));
    }
}
