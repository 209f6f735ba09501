package ca.vitaravox.oscar.booking;

import ca.vitaravox.oscar.rest.OscarJson;
import ca.vitaravox.oscar.rest.OscarLink;
import ca.vitaravox.oscar.rest.OscarReply;
import ca.vitaravox.oscar.rest.OscarRequest;
import ca.vitaravox.ports.access.Deadline;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * How long an appointment may be that OSCAR does not tell the length of: as its longest type, or as the clinic's longest
 * visit if that is longer. Asked for once. Thread-safe.
 */
final class LongestType {
    private static final OscarRequest TYPES = OscarRequest.get("/schedule/types");

    private final OscarLink link;
    private final Duration longestVisit;
    private final AtomicReference<Optional<Duration>> known = new AtomicReference<>(Optional.empty());

    LongestType(OscarLink link, Duration longestVisit) {
        this.link = link;
        this.longestVisit = longestVisit;
    }

    Duration by(Deadline deadline) {
        return known.get().orElseGet(() -> {
            Duration longest = longest(link.read(TYPES, deadline));
            known.set(Optional.of(longest));
            return longest;
        });
    }

    private Duration longest(OscarReply types) {
        int minutes = OscarJson.rows(types.json(), "types", "content").stream()
                .mapToInt(type -> type.path("duration").asInt(0))
                .max()
                .orElse(0);
        Duration ofTypes = Duration.ofMinutes(minutes);
        return ofTypes.compareTo(longestVisit) > 0 ? ofTypes : longestVisit;
    }
}
