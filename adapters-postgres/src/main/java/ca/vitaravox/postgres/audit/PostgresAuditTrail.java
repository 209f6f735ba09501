package ca.vitaravox.postgres.audit;

import ca.vitaravox.ports.access.Actor;
import ca.vitaravox.ports.audit.AuditEntry;
import ca.vitaravox.ports.audit.AuditTrail;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import ca.vitaravox.postgres.clinic.Columns;
import ca.vitaravox.postgres.clinic.Parameters;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Appends to the trail; an entry is committed when this returns. The database itself makes its link. Entries of a clinic that
 * come while another is being kept are kept together; whoever writes through another of these makes it wait for the chain.
 */
final class PostgresAuditTrail implements AuditTrail {
    private static final String APPEND = """
            INSERT INTO audit (
                clinic_id, at, call_id, relationship, job, user_id, session_id, action, chart, subject, result)
            SELECT :clinic, entry.* FROM unnest(
                CAST(:at AS timestamptz[]), CAST(:call AS text[]), CAST(:relationship AS text[]), CAST(:job AS text[]),
                CAST(:user AS text[]), CAST(:session AS text[]), CAST(:action AS text[]), CAST(:chart AS text[]),
                CAST(:subject AS text[]), CAST(:result AS text[])) AS entry
            RETURNING position
            """;

    private final ClinicTransactions transactions;
    private final Together together = new Together(this::append);

    PostgresAuditTrail(ClinicTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void append(AuditEntry entry) {
        together.write(entry);
    }

    /** In one round trip, so that the chain is held by these entries no longer than it takes to keep them. */
    private void append(List<AuditEntry> entries) {
        ClinicId clinic = entries.get(0).clinic();
        transactions.queryInClinic(
                clinic,
                APPEND,
                insert -> {
                    bind(
                            insert,
                            "at",
                            entries,
                            entry -> Optional.of(Columns.moment(entry.at()).toString()));
                    bind(
                            insert,
                            "call",
                            entries,
                            entry -> as(Actor.Caller.class, entry)
                                    .map(who -> who.call().value()));
                    bind(
                            insert,
                            "relationship",
                            entries,
                            entry -> as(Actor.Caller.class, entry).map(who -> Columns.word(who.relationship())));
                    bind(
                            insert,
                            "job",
                            entries,
                            entry -> as(Actor.Server.class, entry).map(Actor.Server::job));
                    bind(
                            insert,
                            "user",
                            entries,
                            entry -> as(Actor.Admin.class, entry)
                                    .map(who -> who.user().value()));
                    bind(
                            insert,
                            "session",
                            entries,
                            entry -> as(Actor.Admin.class, entry)
                                    .map(who -> who.session().value()));
                    bind(insert, "action", entries, entry -> Optional.of(Columns.word(entry.action())));
                    bind(insert, "chart", entries, AuditEntry::chart);
                    bind(insert, "subject", entries, AuditEntry::subject);
                    bind(insert, "result", entries, entry -> Optional.of(Columns.word(entry.result())));
                },
                row -> row.getLong(1));
    }

    private static void bind(
            Parameters insert, String column, List<AuditEntry> entries, Function<AuditEntry, Optional<String>> value) {
        insert.bindArray(
                column,
                String.class,
                entries.stream().map(entry -> value.apply(entry).orElse(null)).toArray());
    }

    private static <A extends Actor> Optional<A> as(Class<A> kind, AuditEntry entry) {
        return Optional.of(entry.actor()).filter(kind::isInstance).map(kind::cast);
    }
}
