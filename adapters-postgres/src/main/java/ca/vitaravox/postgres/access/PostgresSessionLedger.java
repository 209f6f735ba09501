package ca.vitaravox.postgres.access;

import ca.vitaravox.ports.access.LiveSession;
import ca.vitaravox.ports.access.Session;
import ca.vitaravox.ports.access.SessionId;
import ca.vitaravox.ports.access.SessionLedger;
import ca.vitaravox.ports.access.UserId;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import ca.vitaravox.postgres.clinic.Columns;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Sessions and their refresh tokens. Who exchanges a token locks its session's row first. */
final class PostgresSessionLedger implements SessionLedger {
    private static final String COLUMNS = SessionRow.SESSION + ", u.password_until IS NOT NULL AS password_given, "
            + AccountRow.USER.replace("u.user_id, ", "");
    private static final String LET_IN =
            " WHERE s.session_id = :session AND u.user_id = s.user_id AND NOT u.locked AND " + SessionRow.LIVE;
    private static final String SEE =
            "UPDATE sessions s SET seen_at = greatest(s.seen_at, :now) FROM users u" + LET_IN + " RETURNING " + COLUMNS;
    private static final String LOOK = "SELECT " + COLUMNS + " FROM sessions s, users u" + LET_IN;

    private final ClinicTransactions transactions;

    /** The sessions of all users. */
    PostgresSessionLedger(ClinicTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void open(Session session, String tokenHash) {
        transactions.inAccess(handle -> {
            handle.createUpdate("""
                            INSERT INTO sessions (session_id, user_id, kind, second_factor, started_at, seen_at)
                            VALUES (:session, :user, :kind, :factor, :started, :seen)
                            """)
                    .bind("session", session.id().value())
                    .bind("user", session.user().value())
                    .bind("kind", Columns.word(session.kind()))
                    .bind("factor", session.secondFactor())
                    .bind("started", Columns.moment(session.startedAt()))
                    .bind("seen", Columns.moment(session.seenAt()))
                    .execute();
            keep(handle, session.id().value(), tokenHash);
            return handle.createUpdate("""
                            DELETE FROM sessions WHERE session_id IN (
                                SELECT session_id FROM sessions WHERE user_id = :user
                                 ORDER BY started_at DESC, session_id COLLATE "C" DESC OFFSET :most)
                            """)
                    .bind("user", session.user().value())
                    .bind("most", Session.MOST)
                    .execute();
        });
    }

    private static void keep(Handle handle, String session, String tokenHash) {
        handle.createUpdate("INSERT INTO refresh_tokens (token_hash, session_id) VALUES (:token, :session)")
                .bind("token", tokenHash)
                .bind("session", session)
                .execute();
    }

    @Override
    public Optional<LiveSession> seen(SessionId session, Instant now) {
        return transactions.inAccess(handle -> see(handle, session.value(), now));
    }

    @Override
    public Optional<LiveSession> look(SessionId session, Instant now) {
        return transactions.inAccess(handle -> SessionRow.bindNow(handle.createQuery(LOOK), now)
                .bind("session", session.value())
                .map((row, context) -> SessionRow.live(row))
                .findOne());
    }

    private static Optional<LiveSession> see(Handle handle, String session, Instant now) {
        return SessionRow.bindNow(handle.createQuery(SEE), now)
                .bind("session", session)
                .bind("now", Columns.moment(now))
                .map((row, context) -> SessionRow.live(row))
                .findOne();
    }

    @Override
    public Exchange exchange(String tokenHash, String nextHash, Instant now) {
        return transactions.inAccess(handle -> lock(handle, tokenHash)
                .map(token -> token.usedAt().isPresent()
                        ? repeated(handle, token, now)
                        : exchanged(handle, token, nextHash, now))
                .orElseGet(Exchange.Unknown::new));
    }

    private record Token(String hash, SessionId session, UserId user, Optional<Instant> usedAt, boolean nextUnused) {}

    private static Optional<Token> lock(Handle handle, String tokenHash) {
        handle.createQuery("""
                        SELECT session_id FROM sessions
                         WHERE session_id = (SELECT session_id FROM refresh_tokens WHERE token_hash = :token)
                           FOR UPDATE
                        """).bind("token", tokenHash).mapTo(String.class).findOne();
        return handle.createQuery("""
                        SELECT t.session_id, s.user_id, t.used_at, next.used_at IS NULL AS next_unused
                          FROM refresh_tokens t
                          JOIN sessions s USING (session_id)
                          LEFT JOIN refresh_tokens next ON next.token_hash = t.next_hash
                         WHERE t.token_hash = :token
                        """)
                .bind("token", tokenHash)
                .map((row, context) -> new Token(
                        tokenHash,
                        new SessionId(row.getString("session_id")),
                        new UserId(row.getString("user_id")),
                        Columns.someMoment(row, "used_at"),
                        row.getBoolean("next_unused")))
                .findOne();
    }

    private static Exchange repeated(Handle handle, Token token, Instant now) {
        if (token.nextUnused() && now.isBefore(token.usedAt().orElseThrow().plus(RACE))) {
            return new Exchange.JustExchanged(token.session());
        }
        handle.createUpdate("DELETE FROM sessions WHERE session_id = :session")
                .bind("session", token.session().value())
                .execute();
        return new Exchange.Reused(token.user(), token.session());
    }

    private static Exchange exchanged(Handle handle, Token token, String nextHash, Instant now) {
        Optional<LiveSession> live = see(handle, token.session().value(), now);
        if (live.isEmpty()) {
            return new Exchange.Unknown();
        }
        handle.createUpdate("UPDATE refresh_tokens SET used_at = :now, next_hash = :next WHERE token_hash = :token")
                .bind("now", Columns.moment(now))
                .bind("next", nextHash)
                .bind("token", token.hash())
                .execute();
        keep(handle, token.session().value(), nextHash);
        return new Exchange.Exchanged(live.get());
    }

    @Override
    public List<Session> of(UserId user, Instant now) {
        return transactions.inAccess(handle -> SessionRow.bindNow(
                        handle.createQuery("SELECT " + SessionRow.SESSION
                                + " FROM sessions s WHERE s.user_id = :user AND " + SessionRow.LIVE
                                + " ORDER BY s.started_at DESC, s.session_id COLLATE \"C\" DESC"),
                        now)
                .bind("user", user.value())
                .map((row, context) -> SessionRow.session(row))
                .list());
    }

    @Override
    public boolean end(UserId user, SessionId session, Instant now) {
        return transactions.inAccess(handle -> SessionRow.bindNow(
                                handle.createUpdate("DELETE FROM sessions s WHERE s.session_id = :session"
                                        + " AND s.user_id = :user AND " + SessionRow.LIVE),
                                now)
                        .bind("session", session.value())
                        .bind("user", user.value())
                        .execute()
                == 1);
    }
}
