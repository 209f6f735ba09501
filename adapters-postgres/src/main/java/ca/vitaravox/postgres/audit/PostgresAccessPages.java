package ca.vitaravox.postgres.audit;

import ca.vitaravox.ports.access.AccessEvent;
import ca.vitaravox.ports.access.SessionId;
import ca.vitaravox.ports.access.UserId;
import ca.vitaravox.ports.audit.AccessLine;
import ca.vitaravox.ports.audit.AccessPages;
import ca.vitaravox.ports.audit.AccessQuery;
import ca.vitaravox.ports.audit.Hash;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import ca.vitaravox.postgres.clinic.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Reads the trail of access, by the index that fits what is asked. */
final class PostgresAccessPages implements AccessPages {
    private final ClinicTransactions transactions;

    PostgresAccessPages(ClinicTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<AccessLine> page(AccessQuery query, OptionalLong before, int most) {
        Map<String, Object> wanted = wanted(query, before);
        String conditions = wanted.isEmpty() ? "" : " WHERE " + String.join(" AND ", wanted.keySet());
        return transactions.inAccess(handle -> {
            var statement = handle.createQuery(
                            "SELECT * FROM access_trail" + conditions + " ORDER BY position DESC LIMIT :most")
                    .bind("most", most);
            wanted.forEach((condition, value) -> statement.bind(condition.replaceAll(".*:", ""), value));
            return statement.map((row, context) -> line(row)).list();
        });
    }

    /** What is asked for, by the condition that asks for it. */
    private static Map<String, Object> wanted(AccessQuery query, OptionalLong before) {
        Map<String, Object> wanted = new LinkedHashMap<>();
        query.user().ifPresent(user -> wanted.put("user_id = :user", user.value()));
        query.by().ifPresent(by -> wanted.put("by_user = :by", by.value()));
        query.action().ifPresent(action -> wanted.put("action = :action", Columns.word(action)));
        query.from().ifPresent(from -> wanted.put("at >= :from", Columns.moment(from)));
        query.until().ifPresent(until -> wanted.put("at < :until", Columns.moment(until)));
        before.ifPresent(position -> wanted.put("position < :before", position));
        return wanted;
    }

    private static AccessLine line(ResultSet row) throws SQLException {
        AccessEvent event = new AccessEvent(
                Columns.moment(row, "at"),
                Columns.constant(AccessEvent.Action.class, row.getString("action")),
                Columns.someText(row, "by_user").map(UserId::new),
                Columns.someText(row, "user_id").map(UserId::new),
                Columns.someText(row, "session_id").map(SessionId::new),
                Columns.constant(AccessEvent.Result.class, row.getString("result")));
        return new AccessLine(row.getLong("position"), event, Hash.of(row.getBytes("hash")));
    }
}
