package ca.vitaravox.oscar.standin;

import static ca.vitaravox.oscar.standin.DemographicColumn.CELL_PHONE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;

/** What OSCAR keeps beside a chart, of which the cell phone is the one that matters (measured). */
final class ExtrasJson {
    private final Line line;

    ExtrasJson(Line line) {
        this.line = line;
    }

    /** The chart with its extras. */
    ObjectNode kept(ObjectNode chart, DemographicRow row) {
        if (!row.text(CELL_PHONE).isEmpty()) {
            chart.putArray("extras").add(cellPhone(row));
            nameCellPhone(chart, row.get(CELL_PHONE));
        }
        return chart;
    }

    /** The chart with the extras that were sent when it was made, which are kept for nobody. */
    ObjectNode orphaned(ObjectNode chart, DemographicRow row, ObjectNode asked) {
        return echoed(
                chart,
                asked,
                extra -> extra(
                                row,
                                extra.path("key").asText(),
                                extra.path("value").asText())
                        .putNull("demographicNo"));
    }

    /** The chart with the extras that were sent when it was overwritten, which are kept. */
    ObjectNode written(ObjectNode chart, DemographicRow row, ObjectNode asked) {
        return echoed(chart, asked, extra -> cellPhone(row));
    }

    private ObjectNode echoed(ObjectNode chart, ObjectNode asked, Function<JsonNode, ObjectNode> shown) {
        asked.path("extras").forEach(extra -> {
            chart.withArray("extras").add(shown.apply(extra));
            if (extra.path("key").asText().equals("demo_cell")) {
                nameCellPhone(chart, extra.path("value").asText());
            }
        });
        if (asked.hasNonNull("cellPhone")) {
            nameCellPhone(chart, asked.get("cellPhone").asText());
        }
        return chart;
    }

    private void nameCellPhone(ObjectNode chart, String number) {
        if (!line.isClassic()) {
            chart.put("cellPhone", number);
        }
    }

    private static ObjectNode cellPhone(DemographicRow row) {
        return extra(row, "demo_cell", row.get(CELL_PHONE));
    }

    private static ObjectNode extra(DemographicRow row, String key, String value) {
        return Json.object()
                .put("id", row.number())
                .put("demographicNo", row.number())
                .put("providerNo", row.changedBy())
                .put("key", key)
                .put("value", value)
                .put("dateCreated", row.changed().toEpochMilli())
                .put("hidden", false);
    }
}
