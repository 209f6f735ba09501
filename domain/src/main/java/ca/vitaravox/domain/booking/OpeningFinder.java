package ca.vitaravox.domain.booking;

import ca.vitaravox.domain.access.EmrTime;
import ca.vitaravox.domain.clinic.ClosedDays;
import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.booking.HoldLedger;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.booking.WorkingTime;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import ca.vitaravox.ports.clinic.Provider;
import ca.vitaravox.ports.clinic.ProviderId;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds openings: schedule less appointments and what is kept free around them, less what other calls hold, less closed
 * days and closed parts of days. EMRs are read by calendar month, as many of them answer with a month of a provider at once: from the first day
 * wanted to the end of its month, then whole months, and no further than needed; of
 * several providers at the same time. Thread-safe.
 */
final class OpeningFinder {
    /** How many days at least are looked through for the first opening of each provider. */
    private static final int DAYS_AHEAD = 7;

    private final RecentReads recent;
    private final HoldLedger holds;
    private final ClosedDays closedDays;
    private final InstantSource clock;
    private final EmrTime emrTime;

    OpeningFinder(RecentReads recent, HoldLedger holds, ClosedDays closedDays, InstantSource clock) {
        this.recent = recent;
        this.holds = holds;
        this.closedDays = closedDays;
        this.clock = clock;
        this.emrTime = new EmrTime(clock);
    }

    /**
     * The earliest openings of all providers together, where times are equal in the order of the providers. Whose days
     * could not be read in time has none among them; and no further month is read then, so that nobody is offered a time
     * weeks away who could have come this month.
     *
     * @param enough read no further once this many are found
     * @param most stop when this many are found
     * @throws EmrUnavailableException if the EMR does not answer for some provider and nothing was found before
     */
    List<Opening> earliest(CallContext call, Clinic clinic, Wanted wanted, int enough, int most) {
        List<Opening> found = new ArrayList<>();
        for (Wanted stretch : stretches(wanted)) {
            int left = most - found.size();
            Openings month = openings(call, clinic, stretch, left, left);
            found.addAll(month.found());
            if (!month.unread().isEmpty() && found.isEmpty()) {
                throw new EmrUnavailableException("days of " + month.unread() + " could not be read");
            }
            if (!month.unread().isEmpty() || found.size() >= enough) {
                break;
            }
        }
        return found;
    }

    /**
     * The day of each provider's first opening; a provider without one in the month of the first day, or the coming week
     * if that is longer, is left out, and so is one whose days could not be read.
     *
     * @throws EmrUnavailableException if the EMR does not answer for some provider and nothing was found before
     */
    Map<Provider, LocalDate> firstDays(CallContext call, Clinic clinic, Wanted wanted) {
        Map<Provider, LocalDate> days = new HashMap<>();
        Set<ProviderId> unread = new HashSet<>();
        for (Wanted stretch : stretches(wanted)) {
            List<Provider> left = wanted.providers().stream()
                    .filter(provider -> !days.containsKey(provider) && !unread.contains(provider.id()))
                    .toList();
            if (left.isEmpty() || !stretch.first().isBefore(wanted.first().plusDays(DAYS_AHEAD))) {
                break;
            }
            Openings month = openings(call, clinic, stretch.with(left), 1, left.size());
            month.found().forEach(opening -> days.put(opening.provider(), opening.day(clinic.zone())));
            unread.addAll(month.unread());
        }
        if (days.isEmpty() && !unread.isEmpty()) {
            throw new EmrUnavailableException("days of " + unread + " could not be read");
        }
        return days;
    }

    /** The days wanted, by calendar month. */
    private static List<Wanted> stretches(Wanted wanted) {
        List<Wanted> stretches = new ArrayList<>();
        LocalDate from = wanted.first();
        while (!from.isAfter(wanted.last())) {
            LocalDate to = endOfMonth(from);
            stretches.add(wanted.between(from, to.isBefore(wanted.last()) ? to : wanted.last()));
            from = to.plusDays(1);
        }
        return stretches;
    }

    private static LocalDate endOfMonth(LocalDate day) {
        return day.with(TemporalAdjusters.lastDayOfMonth());
    }

    /**
     * The openings of one month.
     *
     * @param found the earliest, where times are equal in the order of the providers
     * @param unread whose days could not be read
     */
    private record Openings(List<Opening> found, Set<ProviderId> unread) {}

    /** The openings within one month, at most {@code ofEach} of each provider and {@code most} of all. */
    private Openings openings(CallContext call, Clinic clinic, Wanted wanted, int ofEach, int most) {
        WallClock wallClock = new WallClock(clinic.zone());
        Map<ProviderId, Pile> working;
        try {
            working = working(call, clinic, wanted, wallClock);
        } catch (EmrUnavailableException e) {
            return new Openings(
                    List.of(), wanted.providers().stream().map(Provider::id).collect(Collectors.toUnmodifiableSet()));
        }
        if (working.isEmpty()) {
            return new Openings(List.of(), Set.of());
        }
        Taken taken = taken(call, clinic, wanted, working.keySet());
        long notBefore = Stretches.ceiling(clock.instant().plus(clinic.policy().minimumNotice()));
        Sweep sweep = new Sweep(
                wallClock,
                wanted.visitType().length().toMinutes(),
                clinic.policy().gridMinutes());
        Earliest earliest = new Earliest(wanted.providers(), wanted.visitType().length());
        for (int n = 0; n < wanted.providers().size(); n++) {
            ProviderId provider = wanted.providers().get(n).id();
            if (working.containsKey(provider) && !taken.unread().contains(provider)) {
                earliest.add(
                        n,
                        sweep.starts(
                                working.get(provider).joined(),
                                taken.times().get(provider).joined(),
                                notBefore,
                                wanted::fits,
                                ofEach));
            }
        }
        return new Openings(earliest.first(most), taken.unread());
    }

    /**
     * When each provider works and may be booked for this visit type, closed days taken out. A wall-clock stretch that a
     * change of the clock swallows whole is no time at all.
     */
    private Map<ProviderId, Pile> working(CallContext call, Clinic clinic, Wanted wanted, WallClock wallClock) {
        Set<ProviderId> providers =
                wanted.providers().stream().map(Provider::id).collect(Collectors.toUnmodifiableSet());
        Map<ProviderId, Pile> working = new HashMap<>();
        for (WorkingTime time : recent.working(
                call.clinic(), providers, wanted.first(), endOfMonth(wanted.first()), emrTime.request(call))) {
            LocalDate day = time.from().toLocalDate();
            boolean away = day.isAfter(wanted.last()) || closedDays.keepAway(clinic, time.provider(), day);
            if (!away && time.allows(wanted.visitType().code())) {
                working.computeIfAbsent(time.provider(), first -> new Pile())
                        .add(wallClock.whenAt(time.from()), wallClock.whenAt(time.to()));
            }
        }
        return working;
    }

    /**
     * What takes time: appointments in the EMR, what is held, being written or just booked here, appointments that the
     * patient has elsewhere, and closed parts of days.
     *
     * @param times of each provider
     * @param unread of whom the EMR was not read
     */
    private record Taken(Map<ProviderId, Pile> times, Set<ProviderId> unread) {}

    private Taken taken(CallContext call, Clinic clinic, Wanted wanted, Set<ProviderId> providers) {
        Map<ProviderId, Pile> taken = new HashMap<>();
        providers.forEach(provider -> taken.put(provider, new Pile()));
        Spacing spacing = new Spacing(clinic, wanted.visitType().code());
        TimeRange window = new TimeRange(
                wanted.first().atStartOfDay(clinic.zone()).toInstant(),
                wanted.last().plusDays(1).atStartOfDay(clinic.zone()).toInstant());
        // our own ledger is read before the EMR: what moves from one to the other in between is seen twice, not never
        List<HoldLedger.Block> blocks = holds.blocks(call.clinic(), providers, window, clock.instant());
        RecentReads.Taken inTheEmr =
                recent.on(call.clinic(), providers, wanted.first(), endOfMonth(wanted.first()), emrTime.request(call));
        inTheEmr.diaries().forEach((provider, diary) -> diary.addTo(taken.get(provider), spacing, wanted.moving()));
        blocks.stream()
                .filter(block -> !block.yieldsTo(call.call(), wanted.visitor().patient()))
                .forEach(block -> taken.get(block.provider()).add(spacing.taken(block)));
        taken.values().forEach(pile -> wanted.visitor().appointments().forEach(pile::add));
        ClosedParts closed = new ClosedParts(clinic.closures(), clinic.zone());
        taken.forEach((provider, pile) -> closed.addTo(pile, provider, wanted.first(), wanted.last()));
        return new Taken(taken, inTheEmr.unread());
    }
}
