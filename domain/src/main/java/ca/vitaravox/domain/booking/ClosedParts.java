package ca.vitaravox.domain.booking;

import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.clinic.Closure;
import ca.vitaravox.ports.clinic.ProviderId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/** The closed parts of a clinic's days. Immutable. */
final class ClosedParts {
    private final List<Closure> closures;
    private final ZoneId zone;

    /** Those among these closures, by the wall clock of this zone. */
    ClosedParts(List<Closure> closures, ZoneId zone) {
        this.closures =
                closures.stream().filter(each -> each.hours().isPresent()).toList();
        this.zone = zone;
    }

    /** Puts what of these days is closed for a provider on a pile; of the day after too, into which a visit may reach. */
    void addTo(Pile pile, ProviderId provider, LocalDate first, LocalDate last) {
        for (Closure closure : closures) {
            if (closure.concerns(provider)) {
                LocalDate day = closure.first().isBefore(first) ? first : closure.first();
                while (closure.includes(day) && !day.isAfter(last.plusDays(1))) {
                    moments(day, closure.hours().orElseThrow(), zone).forEach(pile::add);
                    day = day.plusDays(1);
                }
            }
        }
    }

    /**
     * When the wall clock shows a part of a day: nothing where a change of the clock leaves it out, two stretches where the
     * clock shows it twice.
     */
    static List<TimeRange> moments(LocalDate day, Closure.Hours hours, ZoneId zone) {
        LocalDateTime from = day.atTime(hours.from());
        LocalDateTime to = hours.end(day);
        ZoneRules rules = zone.getRules();
        List<TimeRange> moments = new ArrayList<>();
        Instant setAt = day.minusDays(1).atStartOfDay(zone).toInstant();
        Instant over = day.plusDays(2).atStartOfDay(zone).toInstant();
        while (setAt.isBefore(over)) {
            ZoneOffset offset = rules.getOffset(setAt);
            ZoneOffsetTransition change = rules.nextTransition(setAt);
            Instant setAnew = change == null ? over : earlier(change.getInstant(), over);
            Instant start = later(from.toInstant(offset), setAt);
            Instant end = earlier(to.toInstant(offset), setAnew);
            if (start.isBefore(end)) {
                moments.add(new TimeRange(start, end));
            }
            setAt = setAnew;
        }
        return moments;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
