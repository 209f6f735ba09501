package ca.vitaravox.postgres.access;

import ca.vitaravox.ports.access.LiveSession;
import ca.vitaravox.ports.access.Session;
import ca.vitaravox.ports.access.SessionId;
import ca.vitaravox.ports.access.UserId;
import ca.vitaravox.postgres.clinic.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jdbi.v3.core.statement.SqlStatement;

/** A row of {@code sessions}. */
final class SessionRow {
    /** The columns that make a session. */
    static final String SESSION = "s.session_id, s.user_id, s.kind, s.second_factor, s.started_at, s.seen_at";

    /** Whether a session goes on; see {@link #bindNow}. */
    static final String LIVE = "s.started_at > :oldest AND (s.kind <> 'web' OR s.seen_at > :idle)";

    private SessionRow() {}

    static <S extends SqlStatement<S>> S bindNow(S statement, Instant now) {
        return statement
                .bind("oldest", Columns.moment(now.minus(Session.LONGEST)))
                .bind("idle", Columns.moment(now.minus(Session.LONGEST_IDLE)));
    }

    static Session session(ResultSet row) throws SQLException {
        return new Session(
                new SessionId(row.getString("session_id")),
                new UserId(row.getString("user_id")),
                Columns.constant(Session.Kind.class, row.getString("kind")),
                row.getBoolean("second_factor"),
                Columns.moment(row, "started_at"),
                Columns.moment(row, "seen_at"));
    }

    static LiveSession live(ResultSet row) throws SQLException {
        return new LiveSession(session(row), AccountRow.user(row), row.getBoolean("password_given"));
    }
}
