package ca.vitaravox.postgres.call;

import ca.vitaravox.ports.call.ToolReplies;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import ca.vitaravox.postgres.clinic.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** The answers of tool calls; the row's key is what lets only one execute. */
public final class PostgresToolReplies implements ToolReplies {
    private final ClinicTransactions transactions;

    /** The answers given to the calls of all clinics. */
    public PostgresToolReplies(ClinicTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Claim claim(Key key, String request, Instant now, Instant until) {
        return transactions.inClinic(
                key.clinic(),
                handle -> claimed(handle, key, request, now, until)
                        ? new Claim.Yours()
                        : found(handle, key, request).orElseGet(Claim.Running::new));
    }

    /** A row whose time is up is taken over. */
    private static boolean claimed(Handle handle, Key key, String request, Instant now, Instant until) {
        return bind(handle.createUpdate("""
                                        INSERT INTO tool_replies AS r (
                                            clinic_id, call_id, tool_call_id, request, until)
                                        VALUES (:clinic, :call, :tool_call, :request, :until)
                                        ON CONFLICT (clinic_id, call_id, tool_call_id) DO UPDATE SET
                                            request = excluded.request, answer = NULL, until = excluded.until
                                         WHERE r.until <= :now
                                        """), key)
                        .bind("request", request)
                        .bind("now", Columns.moment(now))
                        .bind("until", Columns.moment(until))
                        .execute()
                == 1;
    }

    private static Optional<Claim> found(Handle handle, Key key, String request) {
        return bind(handle.createQuery("""
                                SELECT request, answer FROM tool_replies
                                 WHERE clinic_id = :clinic AND call_id = :call AND tool_call_id = :tool_call
                                """), key)
                .map((row, context) -> read(row, request))
                .findOne();
    }

    private static Claim read(ResultSet row, String request) throws SQLException {
        if (!row.getString("request").equals(request)) {
            return new Claim.OtherRequest();
        }
        return Columns.someText(row, "answer").<Claim>map(Claim.Answered::new).orElseGet(Claim.Running::new);
    }

    @Override
    public void remember(Key key, String answer, Instant now) {
        transactions.doInClinic(
                key.clinic(),
                handle -> bind(handle.createUpdate("""
                                UPDATE tool_replies SET answer = :answer, until = :until
                                 WHERE clinic_id = :clinic AND call_id = :call AND tool_call_id = :tool_call
                                """), key)
                        .bind("answer", answer)
                        .bind("until", Columns.moment(now.plus(REMEMBERED)))
                        .execute());
    }

    @Override
    public void forget(Key key) {
        transactions.doInClinic(
                key.clinic(), handle -> bind(handle.createUpdate("""
                                DELETE FROM tool_replies
                                 WHERE clinic_id = :clinic AND call_id = :call AND tool_call_id = :tool_call
                                   AND answer IS NULL
                                """), key).execute());
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Key key) {
        return statement
                .bind("clinic", key.clinic().value())
                .bind("call", key.call().value())
                .bind("tool_call", key.toolCall());
    }
}
