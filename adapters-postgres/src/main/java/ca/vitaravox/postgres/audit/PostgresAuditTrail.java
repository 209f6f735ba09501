package ca.vitaravox.postgres.audit;

import ca.vitaravox.ports.access.Actor;
import ca.vitaravox.ports.audit.AuditEntry;
import ca.vitaravox.ports.audit.AuditTrail;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import ca.vitaravox.postgres.clinic.Columns;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;

/** Appends to the trail; an entry is committed when this returns. The database itself makes its link. */
final class PostgresAuditTrail implements AuditTrail {
    private final ClinicTransactions transactions;

    PostgresAuditTrail(ClinicTransactions transactions) {
        this.transactions = transactions;
    }

    /** In one round trip, so that the chain is held by this entry no longer than it takes to keep it. */
    @Override
    public void append(AuditEntry entry) {
        transactions.queryInClinic(
                entry.clinic(),
                """
                INSERT INTO audit (
                    clinic_id, at, call_id, relationship, job, user_id, session_id, action, chart, subject, result)
                VALUES (:clinic, :at, :call, :relationship, :job, :user, :session, :action, :chart, :subject, :result)
                RETURNING position
                """,
                insert -> bindActor(insert, entry.actor())
                        .bind("at", Columns.moment(entry.at()))
                        .bind("action", Columns.word(entry.action()))
                        .bind("chart", entry.chart().orElse(null))
                        .bind("subject", entry.subject().orElse(null))
                        .bind("result", Columns.word(entry.result())),
                (row, context) -> row.getLong(1));
    }

    private static Query bindActor(Query insert, Actor actor) {
        Optional<Actor.Caller> caller = as(Actor.Caller.class, actor);
        Optional<Actor.Admin> admin = as(Actor.Admin.class, actor);
        return insert.bind("call", caller.map(who -> who.call().value()))
                .bind("relationship", caller.map(who -> Columns.word(who.relationship())))
                .bind("job", as(Actor.Server.class, actor).map(Actor.Server::job))
                .bind("user", admin.map(who -> who.user().value()))
                .bind("session", admin.map(who -> who.session().value()));
    }

    private static <A extends Actor> Optional<A> as(Class<A> kind, Actor actor) {
        return Optional.of(actor).filter(kind::isInstance).map(kind::cast);
    }
}
