package ca.vitaravox.postgres.call;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Days that follow each other, by the clock of a clinic.
 *
 * @param first the first
 * @param last the last
 * @param zone the clinic's
 */
record Days(LocalDate first, LocalDate last, ZoneId zone) {
    Instant from() {
        return first.atStartOfDay(zone).toInstant();
    }

    Instant until() {
        return last.plusDays(1).atStartOfDay(zone).toInstant();
    }

    LocalDate day(int place) {
        return first.plusDays(place);
    }

    /** When each of them begins, for PostgreSQL to find the day of a moment by. */
    List<String> starts() {
        return all().map(day -> day.atStartOfDay(zone).toInstant().toString()).toList();
    }

    Stream<LocalDate> all() {
        return first.datesUntil(last.plusDays(1));
    }

    /** Those that have something of one of these days in UTC, as they follow each other. */
    List<Days> touching(Collection<LocalDate> utc) {
        SortedSet<LocalDate> touched = new TreeSet<>();
        for (LocalDate each : utc) {
            touched.add(day(each));
            touched.add(LocalDate.ofInstant(
                    each.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusNanos(1), zone));
        }
        return runs(touched.stream()
                .filter(day -> !day.isBefore(first) && !day.isAfter(last))
                .toList());
    }

    private LocalDate day(LocalDate utc) {
        return LocalDate.ofInstant(utc.atStartOfDay(ZoneOffset.UTC).toInstant(), zone);
    }

    private List<Days> runs(List<LocalDate> sorted) {
        List<Days> runs = new ArrayList<>();
        for (LocalDate day : sorted) {
            Days before = runs.isEmpty() ? null : runs.get(runs.size() - 1);
            if (before != null && before.last.plusDays(1).equals(day)) {
                runs.set(runs.size() - 1, new Days(before.first, day, zone));
            } else {
                runs.add(new Days(day, day, zone));
            }
        }
        return runs;
    }

    /** Binds {@code :first} and {@code :last}. */
    <S extends SqlStatement<S>> S bind(S statement) {
        return statement.bind("first", first).bind("last", last);
    }
}
