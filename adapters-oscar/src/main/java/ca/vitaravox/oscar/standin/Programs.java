package ca.vitaravox.oscar.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Programs and who is admitted to them, which is where the number that a new patient needs is found (measured). */
final class Programs {
    private final Office office;
    private final DemographicJson json;

    Programs(Office office) {
        this.office = office;
        this.json = new DemographicJson(office);
    }

    Map<Endpoint, Answer> answers() {
        return Map.of(Endpoint.PROGRAMS, this::programs, Endpoint.PROGRAM_PATIENTS, this::patients);
    }

    private Reply programs(Call call) {
        office.caller(call);
        return office.replies().json(Json.searchResult(office.time(), 0, Json.list(List.of()), null));
    }

    private Reply patients(Call call) {
        ProviderRow caller = office.caller(call);
        int from = call.queryNumber("startIndex").orElse(0);
        int limit = call.queryNumber("numToReturn").orElse(Integer.MAX_VALUE);
        List<DemographicRow> admitted = office.tables().demographics().where(row -> row.program() != null);
        List<ObjectNode> shown = admitted.stream()
                .skip(from)
                .limit(limit)
                .map(row -> admission(row, caller))
                .toList();
        return office.replies().json(Json.searchResult(office.time(), admitted.size(), Json.list(shown), null));
    }

    private ObjectNode admission(DemographicRow row, ProviderRow caller) {
        ObjectNode admission = Json.template("admission")
                .put("admissionDate", OscarTime.stored(row.changed()))
                .put("clientId", row.number())
                .put("programId", row.program())
                .put("providerNo", caller.number())
                .put("lastUpdateDate", OscarTime.stored(row.changed()));
        return admission.set("demographic", json.plain(row));
    }
}
