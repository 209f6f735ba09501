package ca.vitaravox.oscar.connect;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How far OSCAR's wall clock was from UTC at some moments.
 *
 * @param minutes by moment, the minutes that it was ahead of UTC; empty where OSCAR has told nothing yet
 */
public record ZoneSigns(Map<Instant, Integer> minutes) {
    /** One for each way of keeping time in Canada, the usual ones first. */
    private static final List<ZoneId> CANADA = Stream.of(
                    "America/Toronto",
                    "America/Vancouver",
                    "America/Edmonton",
                    "America/Winnipeg",
                    "America/Regina",
                    "America/Halifax",
                    "America/St_Johns",
                    "America/Whitehorse")
            .map(ZoneId::of)
            .toList();

    /** The last year before provinces began to leave daylight saving time. */
    private static final int BEFORE_CHANGES = 2025;

    /** Takes a copy. */
    public ZoneSigns {
        minutes = Map.copyOf(minutes);
    }

    /** Whether nothing speaks against a zone. */
    public boolean fit(ZoneId zone) {
        return minutes.entrySet().stream().allMatch(sign -> fits(zone.getRules(), sign.getKey(), sign.getValue()));
    }

    /** The zones of Canada that nothing speaks against; none if OSCAR has told nothing. */
    public List<ZoneId> fitting() {
        return minutes.isEmpty() ? List.of() : CANADA.stream().filter(this::fit).toList();
    }

    /** OSCAR's Java may not know of changes yet, and then goes by the rules of before. */
    private static boolean fits(ZoneRules rules, Instant at, int minutes) {
        LocalDateTime local = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
        Instant before = local.getYear() <= BEFORE_CHANGES
                ? at
                : local.withYear(BEFORE_CHANGES).toInstant(ZoneOffset.UTC);
        return ahead(rules, at) == minutes || ahead(rules, before) == minutes;
    }

    private static int ahead(ZoneRules rules, Instant at) {
        return rules.getOffset(at).getTotalSeconds() / 60;
    }
}
