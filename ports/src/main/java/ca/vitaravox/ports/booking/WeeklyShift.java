package ca.vitaravox.ports.booking;

import ca.vitaravox.ports.clinic.VisitTypeCode;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
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

    /**
     * The shifts of one provider's week, in order.
     *
     * @throws IllegalArgumentException if two of them overlap
     */
    public static List<WeeklyShift> ofWeek(List<WeeklyShift> shifts) {
        List<WeeklyShift> sorted = shifts.stream()
                .sorted(Comparator.comparing(WeeklyShift::day).thenComparing(WeeklyShift::from))
                .toList();
        for (int i = 1; i < sorted.size(); i++) {
            WeeklyShift before = sorted.get(i - 1);
            WeeklyShift after = sorted.get(i);
            if (before.day() == after.day() && after.from().isBefore(before.to())) {
                throw new IllegalArgumentException("two shifts overlap on " + after.day());
            }
        }
        return sorted;
    }
}
