package ca.vitaravox.domain.booking;

import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.PartOfDay;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.clinic.Provider;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.clinic.VisitType;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZonedDateTime;
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
    /** Leaves out the providers who do not see such a visitor for this visit type. */
    Wanted {
        providers = providers.stream()
                .filter(provider -> visitor.maySee(provider, visitType.code()))
                .toList();
    }

    /** Whether an opening of this length that starts then is as wanted. */
    boolean fits(ZonedDateTime start) {
        LocalDate day = start.toLocalDate();
        return !day.isBefore(first)
                && !day.isAfter(last)
                && partOfDay.contains(start.toLocalTime())
                && (weekdays.isEmpty() || weekdays.contains(start.getDayOfWeek()))
                && visitor.isFree(TimeRange.from(start.toInstant(), visitType.length()));
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

    int rank(ProviderId provider) {
        for (int i = 0; i < providers.size(); i++) {
            if (providers.get(i).id().equals(provider)) {
                return i;
            }
        }
        return providers.size();
    }
}
