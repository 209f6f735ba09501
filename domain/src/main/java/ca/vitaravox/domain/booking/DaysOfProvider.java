package ca.vitaravox.domain.booking;

import ca.vitaravox.domain.booking.ProviderDaysDesk.Known;
import ca.vitaravox.domain.clinic.ClosedDays;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.HoldLedger.Block;
import ca.vitaravox.ports.booking.ProviderDays.Closed;
import ca.vitaravox.ports.booking.ProviderDays.Day;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.booking.WorkingTime;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.Closure;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.ProviderId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Puts the days of one provider together of what is known. */
final class DaysOfProvider {
    private final Clinic clinic;
    private final ProviderId provider;
    private final ClosedDays closedDays;
    private final Language language;

    DaysOfProvider(Clinic clinic, ProviderId provider, ClosedDays closedDays, Language language) {
        this.clinic = clinic;
        this.provider = provider;
        this.closedDays = closedDays;
        this.language = language;
    }

    /** These days, both included, by the clinic's calendar. */
    TimeRange range(LocalDate first, LocalDate last) {
        return new TimeRange(
                first.atStartOfDay(clinic.zone()).toInstant(),
                last.plusDays(1).atStartOfDay(clinic.zone()).toInstant());
    }

    Day day(LocalDate day, Known known, List<Block> blocks) {
        TimeRange whole = range(day, day);
        List<Appointment> there = known.appointments().stream()
                .filter(each -> each.time().overlaps(whole))
                .toList();
        return new Day(
                day,
                closed(day),
                known.working().stream()
                        .filter(shift -> shift.from().toLocalDate().equals(day))
                        .sorted(Comparator.comparing(WorkingTime::from))
                        .flatMap(shift -> time(shift).stream())
                        .toList(),
                there,
                blocks.stream()
                        .filter(each -> each.time().overlaps(whole))
                        .filter(each -> there.stream().noneMatch(shown -> isOf(each, shown)))
                        .sorted(Comparator.comparing(each -> each.time().start()))
                        .toList(),
                known.openings().stream().filter(each -> each.overlaps(whole)).toList(),
                known.missing());
    }

    /** A wall-clock stretch that a change of the clock swallows whole is no time at all. */
    private Optional<TimeRange> time(WorkingTime shift) {
        Instant start = shift.from().atZone(clinic.zone()).toInstant();
        Instant end = shift.to().atZone(clinic.zone()).toInstant();
        return start.isBefore(end) ? Optional.of(new TimeRange(start, end)) : Optional.empty();
    }

    /** Whether a booking that still blocks its time is of this appointment, which the EMR shows by now. */
    private static boolean isOf(Block block, Appointment appointment) {
        return !block.held()
                && appointment.reference().isPresent()
                && appointment.time().equals(block.time());
    }

    private List<Closed> closed(LocalDate day) {
        List<Closed> closed = new ArrayList<>();
        TimeRange whole = range(day, day);
        for (Closure closure : clinic.closures()) {
            if (closure.includes(day) && closure.concerns(provider)) {
                List<TimeRange> times = closure.hours()
                        .map(hours -> ClosedParts.moments(day, hours, clinic.zone()))
                        .orElse(List.of(whole));
                times.forEach(time -> closed.add(new Closed(time, closure.reason(), Optional.of(closure))));
            }
        }
        closedDays
                .holiday(clinic, day, language)
                .ifPresent(name -> closed.add(new Closed(whole, name, Optional.empty())));
        closed.sort(Comparator.comparing(each -> each.time().start()));
        return closed;
    }
}
