package ca.vitaravox.server.web.overview;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * How a tool did.
 *
 * @param name the tool
 * @param calls how often it was called
 * @param refused how often it was refused
 * @param median within so many milliseconds half its answers came
 * @param p95 95 of 100
 * @param p99 99 of 100
 */
public record ToolRow(String name, int calls, int refused, int median, int p95, int p99) {
    /** A tool call is answered within this, in milliseconds. */
    public static final int DEADLINE = 4_000;

    static List<ToolRow> of(JsonNode tools) {
        List<ToolRow> rows = new ArrayList<>();
        for (JsonNode tool : tools) {
            int refused = 0;
            for (JsonNode count : tool.path("refused")) {
                refused += count.asInt();
            }
            rows.add(new ToolRow(
                    tool.path("tool").asText(),
                    tool.path("calls").asInt(),
                    refused,
                    tool.path("medianMillis").asInt(),
                    tool.path("p95Millis").asInt(),
                    tool.path("p99Millis").asInt()));
        }
        return rows;
    }
}
