package ca.vitaravox.domain.booking;

import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.PartOfDay;
import ca.vitaravox.ports.clinic.Provider;
import ca.vitaravox.ports.clinic.VisitType;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Openings as they are wanted, all words understood.
 *
 * @param visitType what for
 * @param providers with one of these who sees such a visitor, in the order of preference where times are equal
 * @param first first day
 * @param last last day
 * @param partOfDay part of the day
 * @param weekdays weekdays; empty for all
 * @param visitor for whom
 * @param moving an appointment whose own time counts as free
 */
record Wanted(
        VisitType visitType,
        List<Provider> providers,
        LocalDate first,
        LocalDate last,
        PartOfDay partOfDay,
        Set<DayOfWeek> weekdays,
        Visitor visitor,
        Optional<AppointmentId> moving) {
    private static final long SECONDS_A_DAY = 86_400;

    /** Leaves out the providers who do not see such a visitor for this visit type. */
    Wanted {
        providers = providers.stream()
                .filter(provider -> visitor.maySee(provider, visitType.code()))
                .toList();
    }

    /** Whether a start is wanted when the clinic's wall clock shows this, in seconds as if it showed UTC. */
    boolean fits(long shown) {
        long day = Math.floorDiv(shown, SECONDS_A_DAY);
        return first.toEpochDay() <= day
                && day <= last.toEpochDay()
                && (partOfDay == PartOfDay.ANY
                        || partOfDay.contains(LocalTime.ofSecondOfDay(Math.floorMod(shown, SECONDS_A_DAY))))
                && (weekdays.isEmpty()
                        || weekdays.contains(LocalDate.ofEpochDay(day).getDayOfWeek()));
    }

    /** The same at any time of any day up to {@code until}. */
    Wanted atAnyTime(LocalDate until) {
        return new Wanted(visitType, providers, first, until, PartOfDay.ANY, Set.of(), visitor, moving);
    }

    /** The same for this visitor. */
    Wanted by(Visitor whom) {
        return new Wanted(visitType, providers, first, last, partOfDay, weekdays, whom, moving);
    }

    /** The same with any of these providers. */
    Wanted with(List<Provider> anyOf) {
        return new Wanted(visitType, anyOf, first, last, partOfDay, weekdays, visitor, moving);
    }

    /** The same, on these days only. */
    Wanted between(LocalDate from, LocalDate to) {
        return new Wanted(visitType, providers, from, to, partOfDay, weekdays, visitor, moving);
    }
}
