package ca.vitaravox.vapi.call;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** The voice platform's ways to write a moment: ISO 8601 with an offset, or milliseconds (or seconds) since 1970. */
final class Timestamps {
    private static final Instant EARLIEST = Instant.parse("2015-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2115-01-01T00:00:00Z");
    /** Above this a number counts milliseconds: as seconds it would lie in the year 5138. */
    private static final long LARGEST_IN_SECONDS = 100_000_000_000L;

    private Timestamps() {}

    /** The moment written; empty if there is none, or none at which a call could have been. */
    static Optional<Instant> read(JsonNode written) {
        try {
            if (written.isNumber() && written.canConvertToLong()) {
                return sensible(ofEpoch(written.longValue()));
            }
            String text = written.asText("").strip();
            if (text.matches("[0-9]{1,15}")) {
                return sensible(ofEpoch(Long.parseLong(text)));
            }
            return sensible(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Instant ofEpoch(long number) {
        return number > LARGEST_IN_SECONDS ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
    }

    private static Optional<Instant> sensible(Instant moment) {
        return Optional.of(moment).filter(each -> each.isAfter(EARLIEST) && each.isBefore(LATEST));
    }
}
