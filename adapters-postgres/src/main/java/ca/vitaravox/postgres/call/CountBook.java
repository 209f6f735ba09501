package ca.vitaravox.postgres.call;

import ca.vitaravox.ports.clinic.ClinicId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** The counts as they are kept: of each clinic, and of all together. */
final class CountBook {
    private static final Comparator<Counted> ORDER =
            Comparator.comparing(Counted::day).thenComparing(Counted::key);

    private CountBook() {}

    /** The counts of a clinic's days. */
    static Map<Counted, Integer> read(Handle handle, ClinicId clinic, Days days) {
        Map<Counted, Integer> counts = new HashMap<>();
        days.bind(handle.createQuery("""
                        SELECT day, key, value::integer AS many FROM call_counts, jsonb_each(counts)
                         WHERE clinic_id = :clinic AND day BETWEEN :first AND :last
                        """))
                .bind("clinic", clinic.value())
                .map((row, context) -> counts.put(
                        Counted.of(row.getObject("day", LocalDate.class), row.getString("key")), row.getInt("many")))
                .list();
        return counts;
    }

    /** Puts counts in place of those of these days, and what differs into the totals. */
    static void replace(Handle handle, ClinicId clinic, Days days, Map<Counted, Integer> counts) {
        Map<Counted, Integer> differences = new HashMap<>(counts);
        read(handle, clinic, days).forEach((counted, many) -> differences.merge(counted, -many, Integer::sum));
        differences.values().removeIf(difference -> difference == 0);
        if (differences.isEmpty()) {
            return;
        }
        days.bind(handle.createUpdate(
                        "DELETE FROM call_counts WHERE clinic_id = :clinic AND day BETWEEN :first AND :last"))
                .bind("clinic", clinic.value())
                .execute();
        rows(handle.createUpdate("""
                        INSERT INTO call_counts (clinic_id, day, counts)
                        SELECT :clinic, day, jsonb_object_agg(counted, many)
                          FROM unnest(CAST(:days AS date[]), :counted, :many) AS counting (day, counted, many)
                         GROUP BY day
                        """), counts).bind("clinic", clinic.value()).execute();
        rows(handle.createUpdate("""
                        INSERT INTO call_totals AS t (day, counted, many)
                        SELECT * FROM unnest(CAST(:days AS date[]), :counted, :many)
                        ON CONFLICT (day, counted) DO UPDATE SET many = t.many + excluded.many
                        """), differences).execute();
    }

    /** In the order of the keys, so that whoever counts another clinic at the same time waits, and never in a circle. */
    private static <S extends SqlStatement<S>> S rows(S statement, Map<Counted, Integer> counts) {
        List<String> days = new ArrayList<>();
        List<String> counted = new ArrayList<>();
        List<Integer> many = new ArrayList<>();
        counts.keySet().stream().sorted(ORDER).forEach(each -> {
            days.add(each.day().toString());
            counted.add(each.key());
            many.add(counts.get(each));
        });
        return statement
                .bindArray("days", String.class, days)
                .bindArray("counted", String.class, counted)
                .bindArray("many", Integer.class, many);
    }
}
