package ca.vitaravox.postgres;

import static java.util.Map.entry;

import ca.vitaravox.ports.call.Transcripts;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.patient.KnownCallers;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import ca.vitaravox.postgres.clinic.Columns;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Ends holds that ran out, removes what only mattered while its call went on, transcripts after 90 days, and records of
 * calls that are a year old.
 * The audit trail goes by month, not here.
 */
final class Retention {
    private static final int MOST_AT_ONCE = 1_000;
    private static final Duration KEPT = Duration.ofDays(7);
    private static final Duration CALLS_KEPT = Duration.ofDays(365);
    private static final Duration COUNTS_KEPT = Duration.ofDays(3 * 366);

    /**
     * What is old, by table. No call lasts for days, and tool replies carry the time they are remembered until. Slots
     * that somebody still has to see to stay, and what their callers were told of them: it decides whether they stand.
     * What is known of callers is old later.
     */
    private static final Map<String, String> OLD = Map.ofEntries(
            entry("slots", "offered_at < :old AND slot_id NOT IN (SELECT slot_id FROM unfinished)"),
            entry(
                    "told_appointments",
                    "at < :old AND call_id NOT IN (SELECT call_id FROM slots JOIN unfinished USING (slot_id))"),
            entry("identifications", "at < :old"),
            entry("failed_attempts", "at < :old"),
            entry("tool_replies", "until < :old"),
            entry("call_transfers", "at < :old"),
            entry("slips", "at < :old"),
            entry("consent_requests", "asked_at < :old"),
            // they are worth minutes; those of clinics that go on being called have gone by themselves
            entry("seen_signatures", "until < :old + interval '%d days'".formatted(KEPT.toDays())),
            entry("registrations", "until < :old AND state <> 'sent'"),
            entry(
                    "known_callers",
                    "seen_at < :old - interval '%d days'".formatted(KnownCallers.KEPT.toDays() - KEPT.toDays())),
            // with the tool calls in them
            entry(
                    "calls",
                    "first_heard_at < :old - interval '%d hours'"
                            .formatted(CALLS_KEPT.minus(KEPT).toHours())),
            entry(
                    "trials",
                    "begun_at < :old - interval '%d hours'"
                            .formatted(CALLS_KEPT.minus(KEPT).toHours())),
            entry(
                    "transcripts",
                    "since < :old - interval '%d days'".formatted(Transcripts.KEPT.toDays() - KEPT.toDays())),
            // figures are of nobody, and looked back at for longer
            entry(
                    "call_counts",
                    "day < CAST(:old - interval '%d days' AS date)"
                            .formatted(COUNTS_KEPT.minus(KEPT).toDays())),
            // with the offers made of them
            entry("waitlist_entries", "coalesce(ended_at, until) < :old"),
            entry("freed_openings", "closed_at < :old"),
            entry("seen_appointments", "ends < :old"),
            entry("outbox", "ended_at < :old"));

    private static final String UNFINISHED = """
            WITH unfinished AS (
                SELECT slot_id FROM unfinished_writes WHERE clinic_id = :clinic
            )
            """;

    private final ClinicTransactions transactions;

    Retention(ClinicTransactions transactions) {
        this.transactions = transactions;
    }

    int run(Instant now) {
        return clinics().stream().mapToInt(clinic -> run(clinic, now)).sum();
    }

    /** What would go, by table: all of it, and not only what one round takes. */
    Map<String, Integer> due(Instant now) {
        Map<String, Integer> due = new TreeMap<>();
        for (ClinicId clinic : clinics()) {
            OLD.forEach((table, old) -> due.merge(table, count(clinic, table, old, now), Integer::sum));
        }
        return due;
    }

    /** Those that can be called, and those that once could: they have a trail. */
    private List<ClinicId> clinics() {
        return transactions.inNoClinic(handle -> handle.createQuery("""
                        SELECT clinic_id FROM lines
                         UNION SELECT substr(chain, 7) FROM chain_heads WHERE starts_with(chain, 'audit/')
                        """)
                .map((row, context) -> new ClinicId(row.getString("clinic_id")))
                .list());
    }

    private int run(ClinicId clinic, Instant now) {
        endHolds(clinic, now);
        return OLD.entrySet().stream()
                .mapToInt(old -> remove(clinic, old.getKey(), old.getValue(), now))
                .sum();
    }

    /** Holds that ran out end by themselves; but until somebody says so, the row has the number of who held it. */
    private void endHolds(ClinicId clinic, Instant now) {
        transactions.doInClinic(
                clinic,
                handle -> handle.createUpdate("""
                        WITH over AS (
                            SELECT slot_id FROM slots
                             WHERE clinic_id = :clinic AND state = 'held' AND until <= :now
                             ORDER BY slot_id LIMIT :most FOR UPDATE
                        )
                        UPDATE slots s SET state = 'expired', blocks = false, caller = NULL
                          FROM over
                         WHERE s.clinic_id = :clinic AND s.slot_id = over.slot_id
                           AND s.state = 'held' AND s.until <= :now
                        """)
                        .bind("clinic", clinic.value())
                        .bind("now", Columns.moment(now))
                        .bind("most", MOST_AT_ONCE)
                        .execute());
    }

    private int remove(ClinicId clinic, String table, String old, Instant now) {
        return transactions.inClinic(
                clinic,
                handle -> handle.createUpdate(UNFINISHED + """
                        DELETE FROM %1$s
                         WHERE ctid IN (
                               SELECT ctid FROM %1$s WHERE clinic_id = :clinic AND %2$s LIMIT :most)
                        """.formatted(table, old))
                        .bind("clinic", clinic.value())
                        .bind("old", Columns.moment(now.minus(KEPT)))
                        .bind("most", MOST_AT_ONCE)
                        .execute());
    }

    private int count(ClinicId clinic, String table, String old, Instant now) {
        return transactions.inClinic(
                clinic,
                handle -> handle.createQuery(UNFINISHED
                                + "SELECT count(*) FROM %s WHERE clinic_id = :clinic AND %s".formatted(table, old))
                        .bind("clinic", clinic.value())
                        .bind("old", Columns.moment(now.minus(KEPT)))
                        .mapTo(Integer.class)
                        .one());
    }
}
