package ca.vitaravox.postgres.call;

import ca.vitaravox.ports.call.CallFigures;
import ca.vitaravox.ports.call.Figures;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import ca.vitaravox.postgres.clinic.Columns;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Figures made of counts that are kept by day; days that changed since they were counted are counted on the spot. */
public final class PostgresCallFigures implements CallFigures {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresCallFigures.class);
    private static final int MOST_DAYS_AT_ONCE = 400;
    private static final int MOST_CLINICS_AT_ONCE = 100;

    private final ClinicTransactions transactions;
    private final ClinicDirectory clinics;

    /** The figures of these clinics. */
    public PostgresCallFigures(ClinicTransactions transactions, ClinicDirectory clinics) {
        this.transactions = transactions;
        this.clinics = clinics;
    }

    @Override
    public Figures of(ClinicId clinic, LocalDate first, LocalDate last) {
        Days days = new Days(first, last, clinics.clinic(clinic).zone());
        FiguresOf figures = new FiguresOf();
        transactions.doInClinic(clinic, handle -> {
            List<Days> changed = days.touching(due(handle, clinic, days));
            Set<LocalDate> anew = changed.stream().flatMap(Days::all).collect(Collectors.toSet());
            CountBook.read(handle, clinic, days).forEach((counted, many) -> {
                if (!anew.contains(counted.day())) {
                    figures.add(counted, many);
                }
            });
            changed.forEach(run -> Counting.of(handle, clinic, run).forEach(figures::add));
        });
        return figures.figures();
    }

    private static List<LocalDate> due(Handle handle, ClinicId clinic, Days days) {
        return days.bind(handle.createQuery("""
                        SELECT day FROM counts_due
                         WHERE clinic_id = :clinic AND day BETWEEN CAST(:first AS date) - 1 AND CAST(:last AS date) + 1
                        """))
                .bind("clinic", clinic.value())
                .mapTo(LocalDate.class)
                .list();
    }

    @Override
    public Figures ofAll(LocalDate first, LocalDate last) {
        FiguresOf figures = new FiguresOf();
        transactions.inNoClinic(handle -> handle.createQuery("""
                        SELECT CASE WHEN starts_with(counted, 'hour ') THEN day ELSE :first END AS day, counted,
                               sum(many)::integer AS many
                          FROM call_totals
                         WHERE day BETWEEN :first AND :last
                         GROUP BY 1, 2 HAVING sum(many) > 0
                        """)
                .bind("first", first)
                .bind("last", last)
                .map((row, context) -> {
                    figures.add(
                            Counted.of(row.getObject("day", LocalDate.class), row.getString("counted")),
                            row.getInt("many"));
                    return row;
                })
                .list());
        return figures.figures();
    }

    /** Each clinic by itself: what is locked is let go again soon, and one that cannot be counted keeps no other waiting. */
    @Override
    public int count(Instant before) {
        List<ClinicId> due = transactions.inNoClinic(handle -> handle.createQuery(
                        "SELECT DISTINCT clinic_id FROM counts_due WHERE since < :before LIMIT :most")
                .bind("before", Columns.moment(before))
                .bind("most", MOST_CLINICS_AT_ONCE)
                .map((row, context) -> new ClinicId(row.getString("clinic_id")))
                .list());
        return due.stream().mapToInt(clinic -> countOrLeave(clinic, before)).sum();
    }

    private int countOrLeave(ClinicId clinic, Instant before) {
        try {
            return count(clinic, before);
        } catch (RuntimeException broken) {
            LOG.warn("the calls of {} were not counted; the next round tries again: {}", clinic, broken.getClass());
            return 0;
        }
    }

    private int count(ClinicId clinic, Instant before) {
        ZoneId zone = clinics.clinic(clinic).zone();
        return transactions.inClinic(clinic, handle -> {
            alone(handle, clinic);
            List<LocalDate> taken = take(handle, clinic, before);
            Optional<LocalDate> first = taken.stream().min(LocalDate::compareTo);
            Optional<LocalDate> last = taken.stream().max(LocalDate::compareTo);
            if (first.isPresent()) {
                Days around =
                        new Days(first.get().minusDays(1), last.orElseThrow().plusDays(1), zone);
                around.touching(taken)
                        .forEach(run -> CountBook.replace(handle, clinic, run, Counting.of(handle, clinic, run)));
            }
            return taken.size();
        });
    }

    /** Nobody else counts this clinic until the end of the transaction. */
    private static void alone(Handle handle, ClinicId clinic) {
        handle.createQuery("SELECT pg_advisory_xact_lock(hashtextextended('counts of ' || :clinic, 0))::text")
                .bind("clinic", clinic.value())
                .mapTo(String.class)
                .one();
    }

    /** The marks: whoever changes something from now on waits, and marks the day again. */
    private static List<LocalDate> take(Handle handle, ClinicId clinic, Instant before) {
        return handle.createQuery("""
                        DELETE FROM counts_due
                         WHERE clinic_id = :clinic AND day IN (
                               SELECT day FROM counts_due WHERE clinic_id = :clinic AND since < :before
                                ORDER BY day LIMIT :most)
                        RETURNING day
                        """)
                .bind("clinic", clinic.value())
                .bind("before", Columns.moment(before))
                .bind("most", MOST_DAYS_AT_ONCE)
                .mapTo(LocalDate.class)
                .list();
    }
}
