package ca.vitaravox.postgres.call;

import ca.vitaravox.ports.call.ToolReplies;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import ca.vitaravox.postgres.clinic.Columns;
import ca.vitaravox.postgres.clinic.Parameters;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** The answers of tool calls; the row's key is what lets only one execute, its {@code until} whose it is. */
public final class PostgresToolReplies implements ToolReplies {
    /**
     * One statement, one round trip. Whoever neither claims nor sees a row that still counts came while another claimed
     * it, or a moment before: it is running.
     */
    private static final String CLAIM = """
            WITH claimed AS (
                INSERT INTO tool_replies AS r (clinic_id, call_id, tool_call_id, request, until)
                VALUES (:clinic, :call, :tool_call, :request, :until)
                ON CONFLICT (clinic_id, call_id, tool_call_id) DO UPDATE
                   SET request = excluded.request, answer = NULL, until = excluded.until
                 WHERE r.until <= :now
                RETURNING tool_call_id
            )
            SELECT EXISTS (SELECT FROM claimed) AS yours, known.request, known.answer
              FROM (VALUES (1)) AS one
              LEFT JOIN tool_replies AS known
                ON known.clinic_id = :clinic AND known.call_id = :call AND known.tool_call_id = :tool_call
               AND known.until > :now
            """;

    private static final String REMEMBER = """
            UPDATE tool_replies SET answer = :answer, until = :remembered
             WHERE clinic_id = :clinic AND call_id = :call AND tool_call_id = :tool_call
               AND answer IS NULL AND until = :until
            """;

    private static final String FORGET = """
            DELETE FROM tool_replies
             WHERE clinic_id = :clinic AND call_id = :call AND tool_call_id = :tool_call
               AND answer IS NULL AND until = :until
            """;

    private final ClinicTransactions transactions;
    /** For claims, which whatever is then done takes along to the database's disk; that it was done has to last by itself. */
    private final ClinicTransactions lightly;

    /** The answers given to the calls of all clinics. */
    public PostgresToolReplies(ClinicTransactions transactions) {
        this.transactions = transactions;
        this.lightly = transactions.lightly();
    }

    @Override
    public Claim claim(Key key, String request, Instant now, Instant until) {
        return lightly.queryInClinic(
                        key.clinic(),
                        CLAIM,
                        query ->
                                bind(query, key, until).bind("request", request).bind("now", Columns.moment(now)),
                        row -> read(row, request))
                .get(0);
    }

    private static Claim read(ResultSet row, String request) throws SQLException {
        if (row.getBoolean("yours")) {
            return new Claim.Yours();
        }
        if (Columns.someText(row, "request")
                .filter(before -> !before.equals(request))
                .isPresent()) {
            return new Claim.OtherRequest();
        }
        return Columns.someText(row, "answer").<Claim>map(Claim.Answered::new).orElseGet(Claim.Running::new);
    }

    @Override
    public void remember(Key key, Instant until, String answer, Instant now) {
        transactions.updateInClinic(
                key.clinic(),
                REMEMBER,
                update -> bind(update, key, until)
                        .bind("answer", answer)
                        .bind("remembered", Columns.moment(now.plus(REMEMBERED))));
    }

    @Override
    public void forget(Key key, Instant until) {
        transactions.updateInClinic(key.clinic(), FORGET, update -> bind(update, key, until));
    }

    private static Parameters bind(Parameters statement, Key key, Instant until) {
        return statement
                .bind("call", key.call().value())
                .bind("tool_call", key.toolCall())
                .bind("until", Columns.moment(until));
    }
}
