package ca.vitaravox.oscar.connect;

import ca.vitaravox.oscar.access.OAuthCredentials;
import ca.vitaravox.oscar.rest.OscarAddress;
import ca.vitaravox.oscar.rest.OscarJson;
import ca.vitaravox.oscar.rest.OscarLink;
import ca.vitaravox.oscar.rest.OscarMeans;
import ca.vitaravox.oscar.rest.OscarReply;
import ca.vitaravox.oscar.rest.OscarRequest;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tries a token out by reading alone. To be used when the address that OSCAR sees, and the clocks, are known to be right:
 * for a mistake in them classic OSCAR deletes the token. Thread-safe.
 */
public final class TokenTrial {
    private static final OscarRequest WHO_AM_I = OscarRequest.get("/oauth/info");
    private static final int OK = 200;

    private final OscarMeans means;

    /** A trial by these means. */
    public TokenTrial(OscarMeans means) {
        this.means = means;
    }

    /** Tries a token: whose it is, what it may do, and what OSCAR's times tell of its zone. */
    public Standing of(ClinicId clinic, OscarAddress address, OAuthCredentials credentials, Deadline deadline) {
        try (OscarLink link = new OscarLink(clinic, address, credentials, means)) {
            OscarReply info = link.read(WHO_AM_I, deadline);
            if (info.refusedToken()) {
                return new Standing.Refused();
            }
            String provider = OscarJson.text(info.json(), "login");
            if (provider.isEmpty()) {
                return new Standing.Silent("OSCAR does not say whose token it is");
            }
            return new Standing.Taken(
                    provider,
                    missing(link, deadline),
                    new ZoneReading(link, means.clock()).signs(info.json(), deadline));
        } catch (EmrUnavailableException silent) {
            return new Standing.Silent(silent.getMessage());
        }
    }

    private static Set<Right> missing(OscarLink link, Deadline deadline) {
        List<Right> rights = List.of(Right.values());
        List<OscarReply> replies =
                link.read(rights.stream().map(TokenTrial::question).toList(), deadline);
        Set<Right> missing = EnumSet.noneOf(Right.class);
        Stream.iterate(0, at -> at < rights.size(), at -> at + 1)
                .filter(at -> denied(replies.get(at)))
                .map(rights::get)
                .forEach(missing::add);
        return missing;
    }

    private static OscarRequest question(Right right) {
        return OscarRequest.get("/persona/hasRight?objectName=" + right.object() + "&privilege=" + right.privilege());
    }

    /** A line that does not know the question denies nothing. */
    private static boolean denied(OscarReply reply) {
        if (reply.status() != OK) {
            return false;
        }
        JsonNode success = reply.json().path("success");
        return success.isBoolean() && !success.booleanValue();
    }
}
