package ca.vitaravox.oscar;

import ca.vitaravox.oscar.rest.OscarJson;
import ca.vitaravox.oscar.rest.OscarLink;
import ca.vitaravox.oscar.rest.OscarRequest;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** Asks an OSCAR about itself, in one request. */
final class Examination {
    /** With the provider's record, whose last change tells how far OSCAR's wall clock is from UTC. */
    private static final OscarRequest WHO_AM_I = OscarRequest.get("/oauth/info");

    private final OscarLink link;
    private final ZoneId zone;

    Examination(OscarLink link, ZoneId zone) {
        this.link = link;
        this.zone = zone;
    }

    OscarFindings examine(Deadline deadline) {
        JsonNode info = link.read(WHO_AM_I, deadline).json();
        String provider = OscarJson.text(info, "login");
        if (provider.isEmpty()) {
            throw new EmrUnavailableException("OSCAR does not say whose token it is");
        }
        JsonNode record = info.has("providers") ? info.path("providers") : info.path("provider");
        return new OscarFindings(
                provider, link.clockAhead().orElse(Duration.ZERO), agrees(record.path("lastUpdateDate")));
    }

    /** The date as Java's {@code Date} shows itself: minutes to be added to get UTC, and milliseconds. */
    private Optional<Boolean> agrees(JsonNode changed) {
        JsonNode minutes = changed.path("timezoneOffset");
        JsonNode moment = changed.path("time");
        if (!minutes.isInt() || !moment.isIntegralNumber()) {
            return Optional.empty();
        }
        ZoneOffset ours = zone.getRules().getOffset(Instant.ofEpochMilli(moment.asLong()));
        return Optional.of(ours.getTotalSeconds() / 60 == -minutes.asInt());
    }
}
