package ca.vitaravox.postgres.clinic;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import ca.vitaravox.ports.clinic.Audience;
import ca.vitaravox.ports.clinic.BookingPolicy;
import ca.vitaravox.ports.clinic.Buffers;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.Closure;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.OpenHours;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.clinic.Provider;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.clinic.Province;
import ca.vitaravox.ports.clinic.VisitType;
import ca.vitaravox.ports.clinic.VisitTypeCode;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A clinic whole, in one row: what it has several of comes as JSON, so that one question is enough. */
final class ClinicRow {
    static final String QUERY = """
            SELECT c.*,
                   (SELECT json_agg(h ORDER BY day, place) FROM clinic_hours h WHERE h.clinic_id = c.clinic_id) AS hours,
                   (SELECT json_agg(o ORDER BY place) FROM closures o WHERE o.clinic_id = c.clinic_id) AS closures,
                   (SELECT json_agg(p ORDER BY place) FROM providers p WHERE p.clinic_id = c.clinic_id) AS providers,
                   (SELECT json_agg(v ORDER BY place) FROM visit_types v WHERE v.clinic_id = c.clinic_id) AS visit_types
              FROM clinics c
             WHERE c.clinic_id = :clinic
            """;

    private static final JsonMapper JSON = new JsonMapper();

    private ClinicRow() {}

    static Clinic read(ResultSet row) throws SQLException {
        return new Clinic(
                new ClinicId(row.getString("clinic_id")),
                row.getString("name"),
                new PhoneNumber(row.getString("phone")),
                row.getString("address"),
                ZoneId.of(row.getString("zone")),
                Columns.texts(row, "languages").stream()
                        .map(code -> Language.of(code).orElseThrow())
                        .toList(),
                row.getBoolean("accepting_new_patients"),
                row.getBoolean("waitlist_enabled"),
                Columns.someText(row, "greeting"),
                hours(row),
                several(row, "closures").map(ClinicRow::closure).toList(),
                several(row, "providers").map(ClinicRow::provider).toList(),
                several(row, "visit_types").map(ClinicRow::visitType).toList(),
                new VisitTypeCode(row.getString("default_visit_type")),
                policy(row),
                Columns.someConstant(Province.class, row, "holidays"),
                row.getBoolean("keeps_transcripts"));
    }

    private static BookingPolicy policy(ResultSet row) throws SQLException {
        return new BookingPolicy(
                row.getInt("grid_minutes"),
                Duration.ofSeconds(row.getLong("minimum_notice_seconds")),
                Duration.ofSeconds(row.getLong("change_notice_seconds")),
                row.getInt("horizon_days"),
                row.getInt("future_appointments"));
    }

    private static Map<DayOfWeek, List<OpenHours>> hours(ResultSet row) throws SQLException {
        return several(row, "hours")
                .collect(groupingBy(
                        each -> DayOfWeek.of(each.path("day").intValue()),
                        mapping(each -> new OpenHours(time(each, "opens"), time(each, "closes")), toList())));
    }

    private static Closure closure(JsonNode json) {
        return new Closure(
                LocalDate.parse(json.path("first_day").textValue()),
                LocalDate.parse(json.path("last_day").textValue()),
                someText(json, "closed_from")
                        .map(from -> new Closure.Hours(LocalTime.parse(from), time(json, "closed_to"))),
                json.path("reason").textValue(),
                someText(json, "provider_id").map(ProviderId::new));
    }

    private static Provider provider(JsonNode json) {
        return new Provider(
                new ProviderId(json.path("provider_id").textValue()),
                json.path("display_name").textValue(),
                someText(json, "specialty"),
                json.path("accepting_new_patients").booleanValue(),
                json.path("bookable").booleanValue(),
                json.path("audiences").properties().stream()
                        .collect(toMap(
                                each -> new VisitTypeCode(each.getKey()),
                                each -> Columns.constant(
                                        Audience.class, each.getValue().textValue()))));
    }

    private static VisitType visitType(JsonNode json) {
        return new VisitType(
                new VisitTypeCode(json.path("code").textValue()),
                Duration.ofMinutes(json.path("minutes").longValue()),
                json.path("names").properties().stream()
                        .collect(toMap(
                                each -> Language.of(each.getKey()).orElseThrow(),
                                each -> each.getValue().textValue())),
                elements(json.path("aliases")).map(JsonNode::textValue).collect(toSet()),
                json.path("emr_type").textValue(),
                new Buffers(
                        Duration.ofMinutes(json.path("minutes_before").longValue()),
                        Duration.ofMinutes(json.path("minutes_after").longValue())));
    }

    /** PostgreSQL has a time of day 24:00; here it is the last moment of the day. */
    private static LocalTime time(JsonNode json, String field) {
        String text = json.path(field).textValue();
        return text.startsWith("24") ? LocalTime.MAX : LocalTime.parse(text);
    }

    private static Optional<String> someText(JsonNode json, String field) {
        return Optional.ofNullable(json.path(field).textValue());
    }

    private static Stream<JsonNode> several(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? Stream.empty() : elements(parse(text));
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("PostgreSQL writes valid JSON", impossible);
        }
    }

    /** Who may be booked with a provider, as it is kept. */
    static String audiences(Provider provider) {
        var audiences = JSON.createObjectNode();
        provider.audiences().forEach((visitType, who) -> audiences.put(visitType.value(), Columns.word(who)));
        return audiences.toString();
    }

    /** Visit types' names, as they are kept. */
    static String names(VisitType type) {
        var names = JSON.createObjectNode();
        type.names().forEach((language, name) -> names.put(language.code(), name));
        return names.toString();
    }
}
