package ca.vitaravox.oscar.standin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** The lists by which appointments are read: statuses, types, template codes, reasons (measured; those of a new OSCAR). */
final class Legends {
    private final Office office;

    Legends(Office office) {
        this.office = office;
    }

    Map<Endpoint, Answer> answers() {
        return Map.of(
                Endpoint.STATUSES, this::statuses,
                Endpoint.TYPES, this::types,
                Endpoint.CODES, this::codes,
                Endpoint.REASONS, this::reasons,
                Endpoint.SEARCH_CONFIGS, call -> office.replies().json(Json.list(List.of())),
                Endpoint.SEARCH_CONFIG, call -> Reply.empty(204));
    }

    private Reply statuses(Call call) {
        office.caller(call);
        ArrayNode statuses = Json.stock("statuses");
        return office.replies().json(Json.searchResult(office.time(), statuses.size(), statuses, null));
    }

    private Reply types(Call call) {
        office.caller(call);
        ArrayNode types =
                Json.list(office.tables().types().stream().map(Legends::type).toList());
        return office.replies().json(Json.scheduling("types", types));
    }

    private Reply codes(Call call) {
        office.caller(call);
        return office.replies().json(Json.stock("codes"));
    }

    private Reply reasons(Call call) {
        office.caller(call);
        return office.replies().json(Json.scheduling("reasons", Json.stock("reasons")));
    }

    private static ObjectNode type(AppointmentTypeRow row) {
        return Json.object()
                .put("id", row.number())
                .put("name", row.name())
                .put("notes", "")
                .put("reason", row.reason())
                .put("location", "")
                .put("resources", "")
                .put("duration", row.minutes());
    }
}
