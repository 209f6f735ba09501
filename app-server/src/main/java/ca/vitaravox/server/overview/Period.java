package ca.vitaravox.server.overview;

import ca.vitaravox.server.access.Problem;
import ca.vitaravox.server.access.Query;
import java.time.LocalDate;

/**
 * The days that are asked for.
 *
 * @param first the first
 * @param last the last
 */
record Period(LocalDate first, LocalDate last) {
    private static final int MOST_DAYS = 92;
    private static final int USUAL_DAYS = 30;

    /** What the query says; if it does not, the 30 days up to today. */
    static Period of(Query query, LocalDate today) {
        LocalDate last = query.value("last", LocalDate::parse).orElse(today);
        LocalDate first = query.value("first", LocalDate::parse).orElseGet(() -> last.minusDays(USUAL_DAYS - 1L));
        if (first.isAfter(last) || first.isBefore(last.minusDays(MOST_DAYS - 1L))) {
            throw Problem.parameter("first", "is at most " + MOST_DAYS + " days before the last, and not after it");
        }
        return new Period(first, last);
    }
}
