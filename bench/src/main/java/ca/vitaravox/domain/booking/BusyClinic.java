package ca.vitaravox.domain.booking;

import ca.vitaravox.domain.clinic.ClosedDays;
import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.AppointmentStatus;
import ca.vitaravox.ports.booking.Appointments;
import ca.vitaravox.ports.booking.NewAppointment;
import ca.vitaravox.ports.booking.PartOfDay;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.booking.WorkingTime;
import ca.vitaravox.ports.booking.WriteResult;
import ca.vitaravox.ports.clinic.BookingPolicy;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.Closure;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.clinic.Provider;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.clinic.Province;
import ca.vitaravox.ports.clinic.VisitType;
import ca.vitaravox.ports.clinic.VisitTypeCode;
import ca.vitaravox.ports.patient.PatientId;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A clinic of twenty providers over the thirty days of one month, in which the clocks change: everybody works from 8 to
 * 12 and from 13 to 17 on every day but a holiday, 32 openings of 15 minutes. Read before, so that nothing is read again.
 */
final class BusyClinic implements Appointments {
    static final int PROVIDERS = 20;
    static final int OPENINGS_A_DAY = 32;

    private static final ZoneId ZONE = ZoneId.of("America/Toronto");
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
    private static final LocalDate LAST = FIRST.plusDays(29);
    private static final LocalDate HOLIDAY = LocalDate.of(2026, 11, 11);
    private static final InstantSource CLOCK =
            InstantSource.fixed(FIRST.atStartOfDay(ZONE).toInstant());
    private static final VisitTypeCode CHECKUP = new VisitTypeCode("checkup");
    private static final ClinicId CLINIC = new ClinicId("bench");

    private final List<Provider> providers = IntStream.range(0, PROVIDERS)
            .mapToObj(
                    n -> new Provider(new ProviderId("" + (101 + n)), "Doctor Test " + n, Optional.empty(), true, true))
            .toList();
    private final Clinic clinic = clinic(providers);
    private final List<WorkingTime> working = new ArrayList<>();
    private final List<Appointment> appointments = new ArrayList<>();

    /** With so many of the openings of each day booked, the same for the same number. */
    BusyClinic(int booked) {
        SplittableRandom random = new SplittableRandom(booked);
        for (Provider provider : providers) {
            for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
                for (int from : new int[] {8, 13}) {
                    working.add(new WorkingTime(
                            provider.id(), day.atTime(from, 0), day.atTime(from + 4, 0), Set.of(CHECKUP)));
                }
                for (int opening : drawn(booked, random)) {
                    appointments.add(appointment(provider.id(), day, opening));
                }
            }
        }
    }

    private static int[] drawn(int booked, SplittableRandom random) {
        List<Integer> left =
                new ArrayList<>(IntStream.range(0, OPENINGS_A_DAY).boxed().toList());
        return IntStream.range(0, booked)
                .map(n -> left.remove(random.nextInt(left.size())))
                .sorted()
                .toArray();
    }

    private Appointment appointment(ProviderId provider, LocalDate day, int opening) {
        LocalTime time = LocalTime.of(opening < OPENINGS_A_DAY / 2 ? 8 : 9, 0).plusMinutes(opening * 15L);
        int n = appointments.size();
        return new Appointment(
                new AppointmentId("" + n),
                provider,
                Optional.of(new PatientId("" + n % 5_000)),
                TimeRange.from(day.atTime(time).atZone(ZONE).toInstant(), Duration.ofMinutes(15)),
                n % 3 == 0 ? "Physical" : "Checkup",
                AppointmentStatus.BOOKED,
                Optional.empty());
    }

    private static Clinic clinic(List<Provider> providers) {
        return new Clinic(
                CLINIC,
                "Bench Clinic",
                new PhoneNumber("+16045550100"),
                "1 Test Street",
                ZONE,
                List.of(Language.ENGLISH),
                true,
                true,
                Optional.empty(),
                Map.of(),
                List.of(
                        new Closure(HOLIDAY.plusDays(1), HOLIDAY.plusDays(1), "Inventory", Optional.empty()),
                        new Closure(
                                LAST, LAST, "Away", Optional.of(providers.get(0).id()))),
                providers,
                List.of(
                        new VisitType(CHECKUP, Duration.ofMinutes(15), Map.of(), Set.of(), "Checkup"),
                        new VisitType(
                                new VisitTypeCode("physical"), Duration.ofMinutes(45), Map.of(), Set.of(), "Physical")),
                CHECKUP,
                new BookingPolicy(15, Duration.ZERO, Duration.ZERO, 365, 2),
                Optional.of(Province.ONTARIO),
                false);
    }

    /** Whoever looks for openings here; nothing is held by anybody. */
    OpeningFinder finder() {
        return new OpeningFinder(
                new RecentReads(
                        this,
                        (clinic, providers, first, last, deadline) -> working.stream()
                                .filter(each -> providers.contains(each.provider()))
                                .toList(),
                        new SideBySide(Runnable::run, CLOCK),
                        CLOCK),
                new InMemoryHoldLedger(),
                new ClosedDays((province, day, language) ->
                        day.equals(HOLIDAY) ? Optional.of("Remembrance Day") : Optional.empty()),
                CLOCK);
    }

    Clinic clinic() {
        return clinic;
    }

    CallContext call() {
        return new CallContext(
                CLINIC,
                new CallId("call"),
                Optional.empty(),
                Language.ENGLISH,
                new Deadline(CLOCK.instant().plusSeconds(4)));
    }

    Wanted wanted(PartOfDay partOfDay) {
        return new Wanted(
                clinic.visitTypes().get(0),
                providers,
                FIRST,
                LAST,
                partOfDay,
                Set.of(),
                Visitor.ANYBODY,
                Optional.empty());
    }

    /** Every opening, as it can be found without a thought for speed: each start against each appointment. */
    List<Opening> byTrying() {
        Map<ProviderId, List<Appointment>> taken =
                appointments.stream().collect(Collectors.groupingBy(Appointment::provider));
        List<Opening> openings = new ArrayList<>();
        for (WorkingTime shift : working) {
            boolean away = shift.from().toLocalDate().equals(HOLIDAY)
                    || clinic.closures().stream()
                            .anyMatch(each -> each.keepsAway(
                                    shift.provider(), shift.from().toLocalDate()));
            for (LocalDateTime start = shift.from();
                    !away && start.isBefore(shift.to());
                    start = start.plusMinutes(15)) {
                TimeRange time = TimeRange.from(start.atZone(ZONE).toInstant(), Duration.ofMinutes(15));
                if (taken.get(shift.provider()).stream()
                        .noneMatch(each -> each.time().overlaps(time))) {
                    openings.add(new Opening(clinic.provider(shift.provider()).orElseThrow(), time));
                }
            }
        }
        openings.sort(Comparator.comparing(each -> each.time().start()));
        return openings;
    }

    @Override
    public List<Appointment> on(
            ClinicId clinic, Set<ProviderId> providers, LocalDate first, LocalDate last, Deadline deadline) {
        return appointments.stream()
                .filter(each -> providers.contains(each.provider()))
                .toList();
    }

    @Override
    public List<Appointment> of(ClinicId clinic, PatientId patient, Deadline deadline) {
        throw new UnsupportedOperationException();
    }

    @Override
    public WriteResult book(ClinicId clinic, NewAppointment appointment, Deadline deadline) {
        throw new UnsupportedOperationException();
    }

    @Override
    public WriteResult cancel(ClinicId clinic, AppointmentId appointment, Deadline deadline) {
        throw new UnsupportedOperationException();
    }
}
