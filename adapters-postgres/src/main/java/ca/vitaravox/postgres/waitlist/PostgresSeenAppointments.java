package ca.vitaravox.postgres.waitlist;

import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.waitlist.SeenAppointments;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import ca.vitaravox.postgres.clinic.Columns;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** What was seen of EMRs, and when they are to be looked at; compared where it is kept, in one statement. */
public final class PostgresSeenAppointments implements SeenAppointments {
    private static final String KIND = "emr";

    /** What was seen of another EMR, begins by now, or is at the same time as before but for its length, frees nothing. */
    private static final String SEE = """
            WITH there AS (
                SELECT * FROM unnest(
                    CAST(:ids AS text[]), CAST(:starts AS timestamptz[]), CAST(:ends AS timestamptz[])
                ) AS there (appointment_id, starts, ends)
                 WHERE NOT EXISTS (
                       SELECT FROM clinic_emrs WHERE clinic_id = :clinic AND switched_at > :believed)
            ),
            gone AS (
                DELETE FROM seen_appointments s
                 WHERE s.clinic_id = :clinic AND s.provider_id = :provider
                   AND NOT EXISTS (
                       SELECT FROM clinic_emrs WHERE clinic_id = :clinic AND switched_at > :believed)
                   AND NOT EXISTS (
                       SELECT FROM there t
                        WHERE t.appointment_id = s.appointment_id AND t.starts = s.starts AND t.ends = s.ends)
                RETURNING s.appointment_id, s.starts, s.ends, s.emr
            ),
            kept AS (
                INSERT INTO seen_appointments AS s (clinic_id, provider_id, appointment_id, starts, ends)
                SELECT :clinic, :provider, appointment_id, starts, ends FROM there
                ON CONFLICT (clinic_id, provider_id, appointment_id, starts, ends) DO UPDATE SET emr = excluded.emr
                 WHERE s.emr <> excluded.emr
            ),
            freed AS (
                INSERT INTO freed_openings (
                    clinic_id, opening_id, appointment_id, provider_id, starts, ends, moved_to, moved_start, freed_at)
                SELECT :clinic, g.appointment_id || '@' || CAST(extract(epoch FROM g.starts) AS bigint), g.appointment_id,
                       :provider, g.starts, g.ends, t.appointment_id, t.starts, :now
                  FROM gone g LEFT JOIN there t ON t.appointment_id = g.appointment_id
                 WHERE g.starts >= :now AND g.starts < :end AND g.emr = emr_in_use()
                   AND g.starts IS DISTINCT FROM t.starts
                ON CONFLICT DO NOTHING
                RETURNING opening_id
            )
            INSERT INTO waitlist_work (clinic_id, kind, id, due)
            SELECT :clinic, 'opening', opening_id, :now FROM freed
            ON CONFLICT DO NOTHING
            """;

    private final ClinicTransactions transactions;
    private final Work work;

    /** What was seen of the EMRs of all clinics. */
    public PostgresSeenAppointments(ClinicTransactions transactions) {
        this.transactions = transactions;
        this.work = new Work(transactions, KIND);
    }

    /** A watched clinic is due a moment later, by which {@link #rest} sees that somebody watches it. */
    @Override
    public void watch(ClinicId clinic, Instant now) {
        transactions.doInClinic(
                clinic,
                handle -> handle.createUpdate("""
                        INSERT INTO waitlist_work AS w (clinic_id, kind, id, due) VALUES (:clinic, :kind, :kind, :now)
                        ON CONFLICT (clinic_id, kind, id) DO UPDATE SET due = w.due + interval '1 microsecond'
                        """)
                        .bind("clinic", clinic.value())
                        .bind("kind", KIND)
                        .bind("now", Columns.moment(now))
                        .execute());
    }

    @Override
    public List<Look> take(int most, Instant now, Instant until) {
        return work.take(most, now, until).stream()
                .map(item -> new Look(item.clinic(), until))
                .toList();
    }

    @Override
    public void again(Look taken, Instant due) {
        transactions.doInClinic(
                taken.clinic(),
                handle -> handle.createUpdate("""
                        UPDATE waitlist_work SET due = :due
                         WHERE clinic_id = :clinic AND kind = :kind AND id = :kind AND due = :until
                        """)
                        .bind("clinic", taken.clinic().value())
                        .bind("kind", KIND)
                        .bind("due", Columns.moment(due))
                        .bind("until", Columns.moment(taken.until()))
                        .execute());
    }

    @Override
    public void rest(Look taken) {
        transactions.doInClinic(
                taken.clinic(),
                handle -> handle.createUpdate("""
                        DELETE FROM waitlist_work
                         WHERE clinic_id = :clinic AND kind = :kind AND id = :kind AND due = :until
                        """)
                        .bind("clinic", taken.clinic().value())
                        .bind("kind", KIND)
                        .bind("until", Columns.moment(taken.until()))
                        .execute());
    }

    @Override
    public void see(ClinicId clinic, ProviderId provider, TimeRange window, List<Standing> there, Instant now) {
        transactions.doInClinic(
                clinic,
                handle -> handle.createUpdate(SEE)
                        .bind("clinic", clinic.value())
                        .bind("provider", provider.value())
                        .bindArray(
                                "ids",
                                String.class,
                                texts(there, each -> each.id().value()))
                        .bindArray(
                                "starts",
                                String.class,
                                texts(there, each -> each.time().start().toString()))
                        .bindArray(
                                "ends",
                                String.class,
                                texts(there, each -> each.time().end().toString()))
                        .bind("end", Columns.moment(window.end()))
                        .bind("believed", Columns.moment(now.minus(AFTER_A_SWITCH)))
                        .bind("now", Columns.moment(now))
                        .execute());
    }

    private static List<String> texts(List<Standing> there, Function<Standing, String> text) {
        return there.stream().map(text).toList();
    }
}
