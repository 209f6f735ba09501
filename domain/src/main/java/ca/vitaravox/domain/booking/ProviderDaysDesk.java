package ca.vitaravox.domain.booking;

import ca.vitaravox.domain.access.EmrTime;
import ca.vitaravox.domain.clinic.ClosedDays;
import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.HoldLedger;
import ca.vitaravox.ports.booking.HoldLedger.Block;
import ca.vitaravox.ports.booking.PartOfDay;
import ca.vitaravox.ports.booking.ProviderDays;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.booking.WorkingTime;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import ca.vitaravox.ports.clinic.Provider;
import ca.vitaravox.ports.clinic.VisitType;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Reads what there is of a provider's days, month by month; openings are those callers are offered. Thread-safe. */
final class ProviderDaysDesk implements ProviderDays {
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final CallId NO_CALL = new CallId("days");
    /** More openings than the days of a provider have. */
    private static final int ALL = MOST * 24 * 60;

    private final RecentReads recent;
    private final HoldLedger holds;
    private final OpeningFinder finder;
    private final ClosedDays closedDays;
    private final InstantSource clock;
    private final EmrTime emrTime;

    ProviderDaysDesk(
            RecentReads recent, HoldLedger holds, OpeningFinder finder, ClosedDays closedDays, InstantSource clock) {
        this.recent = recent;
        this.holds = holds;
        this.finder = finder;
        this.closedDays = closedDays;
        this.clock = clock;
        this.emrTime = new EmrTime(clock);
    }

    @Override
    public List<Day> of(Question asked) {
        Clinic clinic = asked.clinic();
        Provider provider = clinic.provider(asked.provider())
                .orElseThrow(() -> new NoSuchElementException("no provider " + asked.provider()));
        VisitType visitType = clinic.visitType(asked.visitType())
                .orElseThrow(() -> new NoSuchElementException("no visit type " + asked.visitType()));
        DaysOfProvider days = new DaysOfProvider(clinic, provider.id(), closedDays, asked.language());
        LocalDate last = asked.first().plusDays(asked.days() - 1L);
        // our own ledger is read before the EMR: what moves from one to the other in between is seen twice, not never
        List<Block> blocks =
                holds.blocks(clinic.id(), Set.of(provider.id()), days.range(asked.first(), last), clock.instant());
        List<Day> all = new ArrayList<>();
        LocalDate from = asked.first();
        while (!from.isAfter(last)) {
            LocalDate endOfMonth = from.with(TemporalAdjusters.lastDayOfMonth());
            LocalDate to = endOfMonth.isBefore(last) ? endOfMonth : last;
            Known known = read(asked, clinic, provider, visitType, from, to);
            from.datesUntil(to.plusDays(1))
                    .map(day -> days.day(day, known, blocks))
                    .forEach(all::add);
            from = endOfMonth.plusDays(1);
        }
        return all;
    }

    /**
     * What could be read of days of one month.
     *
     * @param working when the provider works
     * @param appointments what takes their time
     * @param openings what callers are offered
     * @param missing what could not be read
     */
    record Known(
            List<WorkingTime> working, List<Appointment> appointments, List<TimeRange> openings, Set<Part> missing) {}

    /** Reads on until the end of the month, with which EMRs answer at once. */
    private Known read(
            Question asked, Clinic clinic, Provider provider, VisitType visitType, LocalDate from, LocalDate to) {
        CallContext call = new CallContext(
                clinic.id(),
                NO_CALL,
                Optional.empty(),
                asked.language(),
                new Deadline(clock.instant().plus(PATIENCE)));
        LocalDate endOfMonth = from.with(TemporalAdjusters.lastDayOfMonth());
        Set<Part> missing = EnumSet.noneOf(Part.class);
        List<WorkingTime> working = orMissing(
                Part.SCHEDULE,
                missing,
                () -> recent.working(clinic.id(), Set.of(provider.id()), from, endOfMonth, emrTime.request(call)));
        List<Appointment> appointments = orMissing(
                Part.APPOINTMENTS,
                missing,
                () -> recent.listing(clinic.id(), provider.id(), from, endOfMonth, emrTime.request(call)));
        if (!missing.isEmpty()) {
            missing.add(Part.OPENINGS);
        }
        List<TimeRange> openings = missing.isEmpty()
                ? orMissing(Part.OPENINGS, missing, () -> openings(call, clinic, provider, visitType, from, to))
                : List.of();
        return new Known(working, appointments, openings, missing);
    }

    private static <T> List<T> orMissing(Part part, Set<Part> missing, Supplier<List<T>> read) {
        try {
            return read.get();
        } catch (EmrUnavailableException silent) {
            missing.add(part);
            return List.of();
        }
    }

    private List<TimeRange> openings(
            CallContext call, Clinic clinic, Provider provider, VisitType visitType, LocalDate from, LocalDate to) {
        Window window = Window.of(clinic, clock.instant());
        boolean offered =
                provider.bookable() && provider.audience(visitType.code()).isPresent();
        if (!offered || from.isAfter(window.last()) || to.isBefore(window.first())) {
            return List.of();
        }
        Wanted wanted = new Wanted(
                visitType,
                List.of(provider.forEveryone()),
                from,
                to.isBefore(window.last()) ? to : window.last(),
                PartOfDay.ANY,
                Set.of(),
                Visitor.ANYBODY,
                Optional.empty());
        return finder.earliest(call, clinic, wanted, ALL, ALL).stream()
                .map(Opening::time)
                .toList();
    }
}
