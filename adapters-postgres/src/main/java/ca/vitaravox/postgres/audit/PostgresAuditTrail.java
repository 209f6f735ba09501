package ca.vitaravox.postgres.audit;

import ca.vitaravox.ports.access.Actor;
import ca.vitaravox.ports.audit.AuditEntry;
import ca.vitaravox.ports.audit.AuditTrail;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import ca.vitaravox.postgres.clinic.Columns;
import org.jdbi.v3.core.statement.Update;

/** Appends to the trail; an entry is committed when this returns. */
public final class PostgresAuditTrail implements AuditTrail {
    private final ClinicTransactions transactions;

    /** The trail of all clinics. */
    public PostgresAuditTrail(ClinicTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void append(AuditEntry entry) {
        transactions.doInClinic(
                entry.clinic(),
                handle -> bindActor(handle.createUpdate("""
                                INSERT INTO audit (
                                    clinic_id, at, call_id, relationship, job, action, chart, subject, result)
                                VALUES (:clinic, :at, :call, :relationship, :job, :action, :chart, :subject, :result)
                                """), entry.actor())
                        .bind("clinic", entry.clinic().value())
                        .bind("at", Columns.moment(entry.at()))
                        .bind("action", Columns.word(entry.action()))
                        .bind("chart", entry.chart().orElse(null))
                        .bind("subject", entry.subject().orElse(null))
                        .bind("result", Columns.word(entry.result()))
                        .execute());
    }

    private static Update bindActor(Update update, Actor actor) {
        if (actor instanceof Actor.Caller caller) {
            return update.bind("call", caller.call().value())
                    .bind("relationship", Columns.word(caller.relationship()))
                    .bind("job", (String) null);
        }
        return update.bind("call", (String) null)
                .bind("relationship", (String) null)
                .bind("job", ((Actor.Server) actor).job());
    }
}
