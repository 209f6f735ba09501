package ca.vitaravox.oscar.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Writing charts, where a 500 can mean written and an update destroys (measured). */
final class DemographicWrites {
    private static final String OBJECT = "_demographic";

    private final Office office;
    private final DemographicJson json;

    DemographicWrites(Office office) {
        this.office = office;
        this.json = new DemographicJson(office);
    }

    Map<Endpoint, Answer> answers() {
        return Map.of(
                Endpoint.CREATE_DEMOGRAPHIC, this::create,
                Endpoint.UPDATE_DEMOGRAPHIC, this::update,
                Endpoint.DELETE_DEMOGRAPHIC, this::delete);
    }

    /**
     * No look for duplicates. An address of null breaks before the row is written; a missing program, or a birth date
     * in one piece, breaks after.
     */
    private Reply create(Call call) {
        ObjectNode asked = known(call.body());
        ProviderRow caller = office.callerWho('w', OBJECT, call);
        if (asked.has("address") && asked.get("address").isNull()) {
            throw office.broken();
        }
        Map<DemographicColumn, String> columns = columns(asked);
        columns.put(DemographicColumn.PATIENT_STATUS, "AC");
        Integer program = asked.hasNonNull("admissionProgramId")
                ? Integer.valueOf(asked.get("admissionProgramId").asInt())
                : null;
        DemographicRow row = office.tables()
                .demographics()
                .insert(number -> new DemographicRow(
                        number, columns, program, office.time().now(), caller.number()));
        if (program == null || row.born() == null) {
            throw office.broken();
        }
        return office.replies().json(json.created(row, asked));
    }

    /** Every column is overwritten: with null where the request has nothing, or could not have anything. */
    private Reply update(Call call) {
        ObjectNode asked = known(call.body());
        ProviderRow caller = office.callerWho('u', OBJECT, call);
        int number = asked.path("demographicNo").asInt();
        DemographicRow before = office.tables().demographics().find(number).orElseThrow(office::broken);
        if (!asked.hasNonNull("address")) {
            throw office.broken();
        }
        Map<DemographicColumn, String> columns = columns(asked);
        columns.put(DemographicColumn.PATIENT_STATUS, textAt(asked, DemographicColumn.PATIENT_STATUS));
        columns.put(DemographicColumn.CELL_PHONE, cellPhone(asked, before));
        DemographicRow after = new DemographicRow(
                number, columns, before.program(), office.time().now(), caller.number());
        office.tables().demographics().put(number, after);
        return xml(json.updated(after, asked));
    }

    private Reply delete(Call call) {
        office.callerWho('d', OBJECT, call);
        DemographicRow before = office.tables()
                .demographics()
                .change(call.number("id"), row -> row.with(DemographicColumn.PATIENT_STATUS, "DE"))
                .orElseThrow(office::broken);
        return xml(json.withWaitingLists(json.plain(before)));
    }

    private Reply xml(ObjectNode chart) {
        return Reply.of(200, "application/xml;charset=UTF-8", new XmlBody(office.time()).of(chart));
    }

    /** A field that the class has not is a 500 before anything else. */
    private ObjectNode known(ObjectNode asked) {
        Set<String> fields = new HashSet<>();
        Json.template("demographic").fieldNames().forEachRemaining(fields::add);
        if (office.line().isClassic()) {
            fields.removeAll(DemographicJson.NEWER);
        }
        asked.fieldNames().forEachRemaining(field -> {
            if (!fields.contains(field)) {
                throw new Refused(office.replies().unreadable());
            }
        });
        return asked;
    }

    private static Map<DemographicColumn, String> columns(ObjectNode asked) {
        Map<DemographicColumn, String> columns = new EnumMap<>(DemographicColumn.class);
        for (DemographicColumn column : DemographicColumn.values()) {
            String text = textAt(asked, column);
            columns.put(column, column.cut(text == null ? column.ifLeftOut() : text));
        }
        return columns;
    }

    private static String textAt(ObjectNode asked, DemographicColumn column) {
        JsonNode value = column.place().map(asked::at).orElse(null);
        return value == null || value.isMissingNode() || value.isNull() ? null : value.asText();
    }

    private static String cellPhone(ObjectNode asked, DemographicRow before) {
        for (JsonNode extra : asked.path("extras")) {
            if (extra.path("key").asText().equals("demo_cell")) {
                return extra.path("value").asText();
            }
        }
        return before.get(DemographicColumn.CELL_PHONE);
    }
}
