package ca.vitaravox.oscar.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Messages to staff (measured; the shape of a row of {@code mine}: assumed, since it was only seen empty). */
final class Ticklers {
    private static final String OBJECT = "_tickler";
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXX");
    private static final Set<String> FIELDS =
            Set.of("demographicNo", "message", "taskAssignedTo", "serviceDate", "priority", "status");

    private final Office office;

    Ticklers(Office office) {
        this.office = office;
    }

    Map<Endpoint, Answer> answers() {
        return Map.of(
                Endpoint.ADD_TICKLER, this::add,
                Endpoint.MY_TICKLERS, this::mine,
                Endpoint.SEARCH_TICKLERS, this::search,
                Endpoint.TICKLERS, this::search,
                Endpoint.TICKLER_SUGGESTIONS, this::suggestions,
                Endpoint.UNREAD_MESSAGES, this::unread);
    }

    /** No number is given back; without a patient nothing is written, and the status is still 200. */
    private Reply add(Call call) {
        ObjectNode asked = call.body();
        Instant due = due(asked.path("serviceDate"));
        if (!asked.properties().stream().allMatch(field -> FIELDS.contains(field.getKey()))) {
            throw new Refused(office.replies().unreadable());
        }
        ProviderRow caller = office.callerWho('w', OBJECT, call);
        int patient = asked.path("demographicNo").asInt();
        if (patient == 0) {
            return office.replies().json(Json.generic(false, null));
        }
        office.tables()
                .ticklers()
                .insert(number -> new TicklerRow(
                        number,
                        patient,
                        call.text("message"),
                        call.text("taskAssignedTo"),
                        caller.number(),
                        Objects.requireNonNullElse(call.text("priority"), "Normal"),
                        Objects.requireNonNullElse(call.text("status"), "A"),
                        due));
        return office.replies().json(Json.generic(true, null));
    }

    private Instant due(JsonNode serviceDate) {
        if (serviceDate.isNumber()) {
            return Instant.ofEpochMilli(serviceDate.asLong());
        }
        try {
            return serviceDate.isTextual()
                    ? OffsetDateTime.parse(serviceDate.asText(), ISO).toInstant()
                    : office.time().now();
        } catch (DateTimeException noDate) {
            throw new Refused(office.replies().unreadable());
        }
    }

    private Reply mine(Call call) {
        ProviderRow caller = office.callerWho('r', OBJECT, call);
        List<ObjectNode> rows = office.tables().ticklers().all().stream()
                .filter(row -> row.assignedTo().equals(caller.number()))
                .limit(call.queryNumber("limit").orElse(Integer.MAX_VALUE))
                .map(Ticklers::shown)
                .toList();
        return office.replies().json(Json.renamedResult(office.time(), office.line(), "tickler", Json.list(rows)));
    }

    private static ObjectNode shown(TicklerRow row) {
        return Json.object()
                .put("id", row.number())
                .put("demographicNo", row.patient())
                .put("message", row.message())
                .put("status", row.status())
                .put("taskAssignedTo", row.assignedTo())
                .put("creator", row.creator())
                .put("priority", row.priority())
                .put("serviceDate", row.serviceDate().toEpochMilli());
    }

    /** Breaks as soon as it has something to say. */
    private Reply search(Call call) {
        office.callerWho('r', OBJECT, call);
        if (!office.tables().ticklers().all().isEmpty()) {
            throw office.broken();
        }
        return office.replies().json(Json.renamedResult(office.time(), office.line(), "tickler", Json.list(List.of())));
    }

    private Reply suggestions(Call call) {
        office.caller(call);
        ArrayNode phrases = Json.stock("tickler-suggestions");
        return office.replies().json(Json.searchResult(office.time(), phrases.size(), phrases, null));
    }

    private Reply unread(Call call) {
        office.caller(call);
        return office.replies()
                .json(Json.renamedResult(office.time(), office.line(), "messages", Json.list(List.of())));
    }
}
