package ca.vitaravox.oscar.booking;

import ca.vitaravox.oscar.rest.OscarJson;
import ca.vitaravox.oscar.rest.OscarLink;
import ca.vitaravox.oscar.rest.OscarRequest;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.booking.EmrListing;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ProviderId;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The providers and types of one clinic's OSCAR; each list is one request. */
public final class OscarListing implements EmrListing {
    private static final OscarRequest PROVIDERS = OscarRequest.get("/providerService/providers_json");
    private static final OscarRequest TYPES = OscarRequest.get("/schedule/types");

    private final OscarLink link;

    /** The lists of the clinic that the link is for. */
    public OscarListing(OscarLink link) {
        this.link = link;
    }

    /** OSCAR lists receptionists and machines too, and says of nobody what they are. */
    @Override
    public List<ListedProvider> providers(ClinicId clinic, Deadline deadline) {
        link.belongsTo(clinic);
        return OscarJson.rows(link.read(PROVIDERS, deadline).json(), "content").stream()
                .filter(row -> !text(row, "providerNo").isEmpty())
                .map(OscarListing::provider)
                .toList();
    }

    private static ListedProvider provider(JsonNode row) {
        return new ListedProvider(
                new ProviderId(text(row, "providerNo")),
                text(row, "firstName"),
                text(row, "lastName"),
                Optional.of(text(row, "specialty")).filter(specialty -> !specialty.isEmpty()));
    }

    @Override
    public List<ListedType> types(ClinicId clinic, Deadline deadline) {
        link.belongsTo(clinic);
        return OscarJson.rows(link.read(TYPES, deadline).json(), "types", "content").stream()
                .filter(row -> !text(row, "name").isEmpty())
                .map(OscarListing::type)
                .toList();
    }

    private static ListedType type(JsonNode row) {
        return new ListedType(
                text(row, "name"),
                Optional.of(row.path("duration").asInt(0))
                        .filter(minutes -> minutes > 0)
                        .map(Duration::ofMinutes));
    }

    private static String text(JsonNode row, String field) {
        return OscarJson.text(row, field);
    }
}
