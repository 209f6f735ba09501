package ca.vitaravox.server.export;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * Moments in a file, by a clinic's clock, as spreadsheets read them.
 *
 * @param zone the clock
 */
record Times(ZoneId zone) {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    String of(Instant at) {
        return at.atZone(zone).format(FORM);
    }

    String of(Optional<Instant> at) {
        return at.map(this::of).orElse("");
    }
}
