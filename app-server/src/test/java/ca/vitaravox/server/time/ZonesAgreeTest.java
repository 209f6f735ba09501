package ca.vitaravox.server.time;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/** What we make of the data, against what others make of it: Python's reader, and the JDK's own copy. */
class ZonesAgreeTest {
    /** Zones whose past between 1970 and 2025 the database has rewritten since some JDK's data was made. */
    private static final Set<String> REWRITTEN = Set.of(
            "America/Ensenada",
            "America/Santa_Isabel",
            "America/Tijuana",
            "Asia/Tehran",
            "EET",
            "Iran",
            "Mexico/BajaNorte",
            "WET");

    /** What JDKs older or newer than those we know may differ in beyond that. */
    private static final int TOLERATED = 30;

    @Test
    void every_change_of_every_zone_from_1900_to_2100_is_where_another_reader_finds_it() throws IOException {
        List<String> theirs = lines("zone-sums.txt");
        List<String> ours = theirs.stream()
                .map(line -> line.substring(0, line.indexOf(' ')))
                .map(id -> id + " " + sum(ZoneId.of(id).getRules()))
                .toList();

        assertEquals(theirs, ours);
        assertEquals(
                ZoneId.getAvailableZoneIds(),
                theirs.stream()
                        .map(line -> line.substring(0, line.indexOf(' ')))
                        .collect(Collectors.toSet()));
    }

    @Test
    void offsets_from_1970_to_2025_are_those_of_the_JDK() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        Set<String> different = new TreeSet<>(Set.of(TimeZone.getAvailableIDs()));
        different.retainAll(ZoneId.getAvailableZoneIds());
        different.removeAll(ZoneId.SHORT_IDS.keySet()); // newer JDKs warn when asked for them
        different.removeIf(id -> agree(ZoneId.of(id).getRules(), TimeZone.getTimeZone(id), random));
        different.removeAll(REWRITTEN);

        String seen = different + " (seed " + seed + ")";
        assertTrue(different.stream().noneMatch(id -> id.startsWith("Canada/") || id.startsWith("US/")), seen);
        assertTrue(different.size() <= TOLERATED, seen);
    }

    private static boolean agree(ZoneRules ours, TimeZone theirs, Random random) {
        Instant end = Instant.parse("2026-01-01T00:00:00Z");
        for (Instant at = Instant.EPOCH; at.isBefore(end); at = at.plusSeconds(random.nextInt(14 * 24 * 3600))) {
            if (!agree(ours, theirs, at)) {
                return false;
            }
        }
        ZoneOffsetTransition change = ours.nextTransition(Instant.EPOCH);
        while (change != null && change.getInstant().isBefore(end)) {
            if (!agree(ours, theirs, change.getInstant())
                    || !agree(ours, theirs, change.getInstant().minusSeconds(1))) {
                return false;
            }
            change = ours.nextTransition(change.getInstant());
        }
        return true;
    }

    private static boolean agree(ZoneRules ours, TimeZone theirs, Instant at) {
        return Duration.ofSeconds(ours.getOffset(at).getTotalSeconds()).toMillis()
                == theirs.getOffset(at.toEpochMilli());
    }

    /** As zone-sums.py writes it. */
    private static String sum(ZoneRules rules) {
        Instant from = Instant.parse("1900-01-01T00:00:00Z");
        Instant to = Instant.parse("2100-01-01T00:00:00Z");
        StringBuilder lines = new StringBuilder();
        lines.append(from.getEpochSecond())
                .append(' ')
                .append(rules.getOffset(from).getTotalSeconds());
        int changes = 0;
        ZoneOffsetTransition change = rules.nextTransition(from);
        while (change != null && change.getInstant().isBefore(to)) {
            lines.append('\n').append(change.toEpochSecond()).append(' ');
            lines.append(change.getOffsetAfter().getTotalSeconds());
            changes++;
            change = rules.nextTransition(change.getInstant());
        }
        CRC32 crc = new CRC32();
        crc.update(lines.toString().getBytes(UTF_8));
        return "%d %08x".formatted(changes, crc.getValue());
    }

    private static List<String> lines(String resource) throws IOException {
        try (var reader =
                new BufferedReader(new InputStreamReader(ZonesAgreeTest.class.getResourceAsStream(resource), UTF_8))) {
            return reader.lines().toList();
        }
    }
}
