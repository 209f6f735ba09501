package ca.vitaravox.oscar.booking;

import ca.vitaravox.oscar.rest.OscarJson;
import ca.vitaravox.oscar.rest.OscarLink;
import ca.vitaravox.oscar.rest.OscarRequest;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.booking.EmrListing;
import ca.vitaravox.ports.booking.ScheduleCode.Notice;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ProviderId;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The providers and types of one clinic's OSCAR; each list is one request. */
public final class OscarListing implements EmrListing {
    private static final OscarRequest PROVIDERS = OscarRequest.get("/providerService/providers_json");
    private static final OscarRequest CODES = OscarRequest.get("/schedule/codes");
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

    /** A code that OSCAR has twice, it reads as the first. */
    @Override
    public List<ListedCode> codes(ClinicId clinic, Deadline deadline) {
        link.belongsTo(clinic);
        Map<String, ListedCode> codes = new LinkedHashMap<>();
        OscarJson.rows(link.read(CODES, deadline).json(), "content").stream()
                .filter(row ->
                        text(row, "code").codePointCount(0, text(row, "code").length()) == 1)
                .map(OscarListing::code)
                .forEach(code -> codes.putIfAbsent(code.code(), code));
        return List.copyOf(codes.values());
    }

    /** One code; one that the front desk books nobody into is none for callers. */
    static ListedCode code(JsonNode row) {
        String minutes = text(row, "duration");
        return new ListedCode(
                text(row, "code"),
                text(row, "description"),
                minutes.matches("[1-9][0-9]{0,2}")
                        ? Optional.of(Duration.ofMinutes(Integer.parseInt(minutes)))
                        : Optional.empty(),
                row.path("bookinglimit").asInt(1) < 1 ? Notice.NEVER : notice(text(row, "confirm")));
    }

    /** What OSCAR's pages ask before they book in such a time; {@code Onc} is for whoever is on call. */
    private static Notice notice(String confirm) {
        return switch (confirm) {
            case "Day" -> Notice.SAME_DAY;
            case "Wk" -> Notice.SAME_WEEK;
            case "Onc" -> Notice.NEVER;
            default -> Notice.ANY;
        };
    }

    private static String text(JsonNode row, String field) {
        return OscarJson.text(row, field);
    }
}
