package ca.vitaravox.domain.booking;

import ca.vitaravox.domain.access.EmrTime;
import ca.vitaravox.domain.clinic.ClosedDays;
import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.Appointments;
import ca.vitaravox.ports.booking.HoldLedger;
import ca.vitaravox.ports.booking.Schedules;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.booking.WorkingTime;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import ca.vitaravox.ports.clinic.Provider;
import ca.vitaravox.ports.clinic.ProviderId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds openings: schedule less appointments and what is kept free around them, less what other calls hold, less
 * closures. Reads the coming week first
 * and further only if that was not enough. Thread-safe.
 */
final class OpeningFinder {
    /** How many days are read at once: the first time, and each time after. */
    private static final int FIRST_STRETCH_DAYS = 7;

    private static final int NEXT_STRETCH_DAYS = 28;

    private final Appointments appointments;
    private final Schedules schedules;
    private final HoldLedger holds;
    private final ClosedDays closedDays;
    private final InstantSource clock;
    private final EmrTime emrTime;

    OpeningFinder(
            Appointments appointments,
            Schedules schedules,
            HoldLedger holds,
            ClosedDays closedDays,
            InstantSource clock) {
        this.appointments = appointments;
        this.schedules = schedules;
        this.holds = holds;
        this.closedDays = closedDays;
        this.clock = clock;
        this.emrTime = new EmrTime(clock);
    }

    /**
     * The earliest openings of all providers together, where times are equal in the order of the providers. What was
     * found before the EMR fell silent is found.
     *
     * @param enough read no further once this many are found
     * @param most stop when this many are found
     * @throws EmrUnavailableException if the EMR does not answer and nothing was found before
     */
    List<Opening> earliest(CallContext call, Clinic clinic, Wanted wanted, int enough, int most) {
        List<Opening> found = new ArrayList<>();
        for (Wanted stretch : stretches(wanted)) {
            if (found.size() >= enough) {
                break;
            }
            try {
                found.addAll(openings(call, clinic, stretch, most - found.size()));
            } catch (EmrUnavailableException e) {
                if (found.isEmpty()) {
                    throw e;
                }
                break;
            }
        }
        return found;
    }

    /** The day of each provider's first opening; a provider without one within the first stretch is left out. */
    Map<Provider, LocalDate> firstDays(CallContext call, Clinic clinic, Wanted wanted) {
        Map<Provider, LocalDate> days = new HashMap<>();
        for (Wanted stretch : stretches(wanted).subList(0, 1)) {
            for (Opening opening : openings(call, clinic, stretch, Integer.MAX_VALUE)) {
                LocalDate day = opening.time().start().atZone(clinic.zone()).toLocalDate();
                days.merge(opening.provider(), day, OpeningFinder::earlier);
            }
        }
        return days;
    }

    /** The days wanted, in the stretches in which they are read. */
    private static List<Wanted> stretches(Wanted wanted) {
        List<Wanted> stretches = new ArrayList<>();
        LocalDate from = wanted.first();
        int days = FIRST_STRETCH_DAYS;
        while (!from.isAfter(wanted.last())) {
            LocalDate to = earlier(from.plusDays(days - 1L), wanted.last());
            stretches.add(wanted.between(from, to));
            from = to.plusDays(1);
            days = NEXT_STRETCH_DAYS;
        }
        return stretches;
    }

    private List<Opening> openings(CallContext call, Clinic clinic, Wanted wanted, int most) {
        Map<ProviderId, List<TimeRange>> working = working(call, clinic, wanted);
        if (working.isEmpty()) {
            return List.of();
        }
        Map<ProviderId, List<TimeRange>> taken = taken(call, clinic, wanted, working.keySet());
        Instant notBefore = clock.instant().plus(clinic.policy().minimumNotice());
        Sweep sweep = new Sweep(
                clinic.zone(),
                wanted.visitType().length().toMinutes(),
                clinic.policy().gridMinutes());
        List<Opening> openings = new ArrayList<>();
        for (Provider provider : wanted.providers()) {
            sweep.openings(
                            working.getOrDefault(provider.id(), List.of()),
                            taken.getOrDefault(provider.id(), List.of()),
                            notBefore,
                            start -> wanted.fits(start.atZone(clinic.zone())),
                            most)
                    .forEach(time -> openings.add(new Opening(provider, time)));
        }
        return openings.stream()
                .sorted(Comparator.comparing((Opening opening) -> opening.time().start())
                        .thenComparing(opening -> wanted.rank(opening.provider().id())))
                .limit(most)
                .toList();
    }

    /** When each provider works and may be booked for this visit type, closures taken out. */
    private Map<ProviderId, List<TimeRange>> working(CallContext call, Clinic clinic, Wanted wanted) {
        Set<ProviderId> providers =
                wanted.providers().stream().map(Provider::id).collect(Collectors.toUnmodifiableSet());
        Map<ProviderId, List<TimeRange>> working = new HashMap<>();
        for (WorkingTime time :
                schedules.working(call.clinic(), providers, wanted.first(), wanted.last(), emrTime.request(call))) {
            boolean away =
                    closedDays.keepAway(clinic, time.provider(), time.from().toLocalDate());
            if (!away && time.allows(wanted.visitType().code())) {
                add(working, time, clinic.zone());
            }
        }
        return working;
    }

    /** A wall-clock stretch that a change of the clock swallows whole is no time at all. */
    private static void add(Map<ProviderId, List<TimeRange>> working, WorkingTime time, ZoneId zone) {
        Instant start = time.from().atZone(zone).toInstant();
        Instant end = time.to().atZone(zone).toInstant();
        if (start.isBefore(end)) {
            working.computeIfAbsent(time.provider(), first -> new ArrayList<>()).add(new TimeRange(start, end));
        }
    }

    /** What takes time: appointments in the EMR, and what is held, being written or just booked here. */
    private Map<ProviderId, List<TimeRange>> taken(
            CallContext call, Clinic clinic, Wanted wanted, Set<ProviderId> providers) {
        Map<ProviderId, List<TimeRange>> taken = new HashMap<>();
        Spacing spacing = new Spacing(clinic, wanted.visitType().code());
        TimeRange window = new TimeRange(
                wanted.first().atStartOfDay(clinic.zone()).toInstant(),
                wanted.last().plusDays(1).atStartOfDay(clinic.zone()).toInstant());
        // our own ledger is read before the EMR: what moves from one to the other in between is seen twice, not never
        holds.blocks(call.clinic(), providers, window, clock.instant()).stream()
                .filter(block -> !block.yieldsTo(call.call(), wanted.visitor().patient()))
                .forEach(block -> taken.computeIfAbsent(block.provider(), first -> new ArrayList<>())
                        .add(spacing.taken(block)));
        appointments.on(call.clinic(), providers, wanted.first(), wanted.last(), emrTime.request(call)).stream()
                .filter(Appointment::takesTime)
                .filter(appointment -> !wanted.moving().equals(Optional.of(appointment.id())))
                .forEach(appointment -> taken.computeIfAbsent(appointment.provider(), first -> new ArrayList<>())
                        .add(spacing.taken(appointment)));
        return taken;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
