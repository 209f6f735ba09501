package ca.vitaravox.postgres.call;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.call.Outcome;
import ca.vitaravox.ports.call.ToolCall;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.EmrRequest;
import ca.vitaravox.postgres.clinic.Columns;
import ca.vitaravox.postgres.clinic.Parameters;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** A tool call as a row. */
final class ToolCallRow {
    private final SealedArguments arguments;

    ToolCallRow(SealedArguments arguments) {
        this.arguments = arguments;
    }

    void bind(Parameters update, ClinicId clinic, CallId call, ToolCall toolCall) {
        List<EmrRequest> asked = toolCall.emrRequests();
        update.bind("call", call.value())
                .bind("id", toolCall.id())
                .bind("tool", toolCall.tool())
                .bind("at", Columns.moment(toolCall.at()))
                .bind("took", micros(toolCall.took()))
                .bind("code", toolCall.code().orElse(null))
                .bind("outcome", toolCall.outcome().map(Columns::word).orElse(null))
                .bind("arguments", arguments.seal(clinic, call, toolCall).orElse(null))
                .bindArray(
                        "requests",
                        String.class,
                        asked.stream().map(EmrRequest::operation).toList())
                .bindArray(
                        "micros",
                        Long.class,
                        asked.stream().map(each -> micros(each.took())).toList())
                .bindArray(
                        "statuses",
                        Integer.class,
                        asked.stream().map(each -> status(each.status())).toArray());
    }

    ToolCall read(ResultSet row, ClinicId clinic, CallId call) throws SQLException {
        String id = row.getString("tool_call_id");
        return new ToolCall(
                id,
                row.getString("tool"),
                Columns.moment(row, "at"),
                micros(row.getLong("took_micros")),
                Columns.someText(row, "code"),
                Columns.someConstant(Outcome.class, row, "outcome"),
                arguments.open(clinic, call, id, Columns.someText(row, "arguments")),
                requests(row));
    }

    private static List<EmrRequest> requests(ResultSet row) throws SQLException {
        Array requests = row.getArray("emr_requests");
        if (requests == null) {
            return List.of();
        }
        String[] operations = (String[]) requests.getArray();
        Long[] took = (Long[]) row.getArray("emr_micros").getArray();
        Integer[] statuses = (Integer[]) row.getArray("emr_statuses").getArray();
        return IntStream.range(0, operations.length)
                .mapToObj(at -> new EmrRequest(operations[at], micros(took[at]), status(statuses[at])))
                .toList();
    }

    private static OptionalInt status(Integer kept) {
        return kept == null ? OptionalInt.empty() : OptionalInt.of(kept);
    }

    private static Integer status(OptionalInt status) {
        return status.isPresent() ? status.getAsInt() : null;
    }

    private static long micros(Duration took) {
        return took.toNanos() / 1000;
    }

    private static Duration micros(long took) {
        return Duration.of(took, ChronoUnit.MICROS);
    }
}
