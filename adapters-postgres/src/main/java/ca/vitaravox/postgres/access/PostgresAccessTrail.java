package ca.vitaravox.postgres.access;

import ca.vitaravox.ports.access.AccessEvent;
import ca.vitaravox.ports.access.AccessTrail;
import ca.vitaravox.ports.access.SessionId;
import ca.vitaravox.ports.access.UserId;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import ca.vitaravox.postgres.clinic.Columns;

/** Appends to the trail of access; an event is committed when this returns. */
final class PostgresAccessTrail implements AccessTrail {
    private final ClinicTransactions transactions;

    /** The trail of everybody. */
    PostgresAccessTrail(ClinicTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void append(AccessEvent event) {
        transactions.inAccess(handle -> handle.createUpdate("""
                        INSERT INTO access_trail (at, action, by_user, user_id, session_id, result)
                        VALUES (:at, :action, :by, :user, :session, :result)
                        """)
                .bind("at", Columns.moment(event.at()))
                .bind("action", Columns.word(event.action()))
                .bind("by", event.by().map(UserId::value).orElse(null))
                .bind("user", event.user().map(UserId::value).orElse(null))
                .bind("session", event.session().map(SessionId::value).orElse(null))
                .bind("result", Columns.word(event.result()))
                .execute());
    }
}
