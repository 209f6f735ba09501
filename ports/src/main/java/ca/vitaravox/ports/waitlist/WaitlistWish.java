package ca.vitaravox.ports.waitlist;

import ca.vitaravox.ports.booking.PartOfDay;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.clinic.VisitTypeCode;
import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.Set;

/**
 * Which openings somebody waits for.
 *
 * @param visitType what for
 * @param provider with this provider only
 * @param partOfDay in this part of the day
 * @param weekdays on these weekdays; empty for all
 */
public record WaitlistWish(
        VisitTypeCode visitType, Optional<ProviderId> provider, PartOfDay partOfDay, Set<DayOfWeek> weekdays) {
    /** Copies the set. */
    public WaitlistWish {
        weekdays = Set.copyOf(weekdays);
    }

    /** Whether an opening that starts then, by the clinic's clock, is at a time as wished. */
    public boolean suits(ZonedDateTime start) {
        return partOfDay.contains(start.toLocalTime())
                && (weekdays.isEmpty() || weekdays.contains(start.getDayOfWeek()));
    }
}
