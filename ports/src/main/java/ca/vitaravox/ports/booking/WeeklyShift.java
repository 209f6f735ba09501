package ca.vitaravox.ports.booking;

import ca.vitaravox.ports.clinic.VisitTypeCode;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Set;

/**
 * A stretch of every week in which a provider sees patients, in the clinic's wall-clock time.
 *
 * @param day the weekday
 * @param from when it begins
 * @param to when it ends, after it began
 * @param visitTypes what may be booked in it; empty for everything
 */
public record WeeklyShift(DayOfWeek day, LocalTime from, LocalTime to, Set<VisitTypeCode> visitTypes) {
    /** Refuses a shift that ends before it begins. */
    public WeeklyShift {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a shift ends after it begins");
        }
        visitTypes = Set.copyOf(visitTypes);
    }
}
