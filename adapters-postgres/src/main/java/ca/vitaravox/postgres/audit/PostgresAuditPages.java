package ca.vitaravox.postgres.audit;

import ca.vitaravox.ports.access.Actor;
import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.access.SessionId;
import ca.vitaravox.ports.access.UserId;
import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.audit.AuditEntry;
import ca.vitaravox.ports.audit.AuditLine;
import ca.vitaravox.ports.audit.AuditPages;
import ca.vitaravox.ports.audit.AuditQuery;
import ca.vitaravox.ports.audit.AuditResult;
import ca.vitaravox.ports.audit.Hash;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import ca.vitaravox.postgres.clinic.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Reads the trail of a clinic, by the index that fits what is asked. */
final class PostgresAuditPages implements AuditPages {
    private final ClinicTransactions transactions;

    PostgresAuditPages(ClinicTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<AuditLine> page(AuditQuery query, OptionalLong before, int most) {
        Map<String, Object> wanted = wanted(query, before);
        List<String> conditions = new ArrayList<>(List.of("clinic_id = :clinic"));
        conditions.addAll(wanted.keySet());
        String sql =
                "SELECT * FROM audit WHERE " + String.join(" AND ", conditions) + " ORDER BY position DESC LIMIT :most";
        return transactions.queryInClinic(
                query.clinic(),
                sql,
                statement -> {
                    statement.bind("most", most);
                    wanted.forEach((condition, value) -> statement.bind(condition.replaceAll(".*:", ""), value));
                },
                row -> line(row));
    }

    /** What is asked for, by the condition that asks for it. */
    private static Map<String, Object> wanted(AuditQuery query, OptionalLong before) {
        Map<String, Object> wanted = new LinkedHashMap<>();
        query.chart().ifPresent(chart -> wanted.put("chart = :chart", chart));
        query.call().ifPresent(call -> wanted.put("call_id = :call", call.value()));
        query.user().ifPresent(user -> wanted.put("user_id = :user", user.value()));
        query.action().ifPresent(action -> wanted.put("action = :action", Columns.word(action)));
        query.from().ifPresent(from -> wanted.put("at >= :from", Columns.moment(from)));
        query.until().ifPresent(until -> wanted.put("at < :until", Columns.moment(until)));
        before.ifPresent(position -> wanted.put("position < :before", position));
        return wanted;
    }

    static AuditLine line(ResultSet row) throws SQLException {
        AuditEntry entry = new AuditEntry(
                new ClinicId(row.getString("clinic_id")),
                Columns.moment(row, "at"),
                actor(row),
                Columns.constant(AuditAction.class, row.getString("action")),
                Columns.someText(row, "chart"),
                Columns.someText(row, "subject"),
                Columns.constant(AuditResult.class, row.getString("result")));
        return new AuditLine(row.getLong("position"), entry, row.getString("emr"), Hash.of(row.getBytes("hash")));
    }

    private static Actor actor(ResultSet row) throws SQLException {
        if (row.getString("job") != null) {
            return new Actor.Server(row.getString("job"));
        }
        if (row.getString("user_id") != null) {
            return new Actor.Admin(new UserId(row.getString("user_id")), new SessionId(row.getString("session_id")));
        }
        return new Actor.Caller(
                new CallId(row.getString("call_id")),
                Columns.constant(Relationship.class, row.getString("relationship")));
    }

    @Override
    public OptionalLong first(ClinicId clinic, String chart, String emr) {
        return transactions
                .queryInClinic(
                        clinic,
                        "SELECT position FROM audit WHERE clinic_id = :clinic AND chart = :chart AND emr = :emr"
                                + " ORDER BY position LIMIT 1",
                        query -> query.bind("chart", chart).bind("emr", emr),
                        row -> row.getLong(1))
                .stream()
                .mapToLong(position -> position)
                .findFirst();
    }

    @Override
    public String emrInUse(ClinicId clinic) {
        return transactions
                .queryInClinic(clinic, "SELECT emr_in_use()", statement -> {}, row -> row.getString(1))
                .get(0);
    }
}
