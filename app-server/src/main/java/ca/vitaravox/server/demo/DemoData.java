package ca.vitaravox.server.demo;

import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.AppointmentStatus;
import ca.vitaravox.ports.booking.Appointments;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.Provider;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.postgres.Database;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Fills a database with the demo's clinics; on a database that has them, brings them up to today. */
final class DemoData {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int DAYS_AHEAD = 21;
    private static final int WORKDAYS_TO_WEIS_APPOINTMENT = 3;
    private static final LocalTime WEIS_TIME = LocalTime.of(10, 0);
    private static final int WEIS_MINUTES = 15;
    private static final LocalTime FIRST = LocalTime.of(9, 0);
    private static final int HALF_HOURS = 16;
    private static final AppointmentId WEIS_APPOINTMENT = new AppointmentId("9001");

    private final Database database;
    private final InstantSource clock;

    DemoData(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    void bringUpToToday() {
        DemoClinics.all().forEach((clinic, line) -> {
            database.clinicSettings().save(clinic);
            database.clinicSettings().assign(clinic.id(), List.of(line));
            database.transferPlans().save(clinic.id(), DemoClinics.transfers(clinic.id()));
            for (Provider provider : clinic.providers()) {
                database.scheduleSettings().save(clinic.id(), provider.id(), DemoClinics.shifts());
            }
            List<Appointment> there = new ArrayList<>(appointments(clinic));
            if (clinic.id().equals(DemoClinics.HARBOURVIEW)) {
                DemoPatients.ALL.forEach(chart -> database.demoEmr().putChart(clinic.id(), chart));
                there.removeIf(appointment -> appointment.id().equals(WEIS_APPOINTMENT));
                Appointment weis = weis(clinic, there);
                database.demoEmr().putAppointment(clinic.id(), weis);
                there.add(weis);
            }
            database.demoEmr().putAppointments(clinic.id(), missing(clinic, there));
        });
    }

    /** The busy times that are not there and have their time free: nothing booked since is ever overlapped. */
    private List<Appointment> missing(Clinic clinic, List<Appointment> there) {
        LocalDate today = today(clinic);
        return IntStream.rangeClosed(0, DAYS_AHEAD)
                .mapToObj(today::plusDays)
                .filter(DemoData::isWorkday)
                .flatMap(day -> busyTimes(clinic, day))
                .filter(busy -> isFree(busy, there))
                .toList();
    }

    private List<Appointment> appointments(Clinic clinic) {
        LocalDate today = today(clinic);
        Set<ProviderId> providers =
                clinic.providers().stream().map(Provider::id).collect(Collectors.toSet());
        Appointments emr = database.appointments();
        Deadline deadline = new Deadline(clock.instant().plus(PATIENCE));
        return emr.on(clinic.id(), providers, today, today.plusDays(DAYS_AHEAD), deadline);
    }

    private static boolean isFree(Appointment wanted, List<Appointment> there) {
        return there.stream()
                .noneMatch(other -> other.provider().equals(wanted.provider())
                        && other.time().overlaps(wanted.time()));
    }

    private LocalDate today(Clinic clinic) {
        return LocalDate.ofInstant(clock.instant(), clinic.zone());
    }

    /** At ten, or at the next quarter that is free. */
    private Appointment weis(Clinic clinic, List<Appointment> there) {
        LocalDate day = today(clinic);
        for (int workdays = 0; workdays < WORKDAYS_TO_WEIS_APPOINTMENT; workdays += isWorkday(day) ? 1 : 0) {
            day = day.plusDays(1);
        }
        LocalTime time = WEIS_TIME;
        while (!isFree(weis(clinic, day, time), there)) {
            time = time.plusMinutes(WEIS_MINUTES);
        }
        return weis(clinic, day, time);
    }

    private static Appointment weis(Clinic clinic, LocalDate day, LocalTime start) {
        return new Appointment(
                WEIS_APPOINTMENT,
                DemoClinics.SETHI,
                Optional.of(DemoPatients.WEI),
                at(clinic, day, start, WEIS_MINUTES),
                "Follow-up",
                AppointmentStatus.BOOKED,
                Optional.empty());
    }

    /** About every third half hour of a working day is taken, differently for each provider and day. */
    private static Stream<Appointment> busyTimes(Clinic clinic, LocalDate day) {
        return clinic.providers().stream()
                .flatMap(provider -> IntStream.range(0, HALF_HOURS)
                        .filter(half -> isBusy(provider.id(), day, half))
                        .mapToObj(half -> blocked(clinic, provider.id(), day, FIRST.plusMinutes(30L * half)))
                        .filter(busy -> DemoClinics.works(
                                busy.time().start().atZone(clinic.zone()).toLocalTime())));
    }

    private static boolean isBusy(ProviderId provider, LocalDate day, int half) {
        long mixed = day.toEpochDay() * 5 + Long.parseLong(provider.value()) * 7 + (long) half * half * 3 + half;
        return mixed % 8 < 3;
    }

    private static Appointment blocked(Clinic clinic, ProviderId provider, LocalDate day, LocalTime start) {
        return new Appointment(
                new AppointmentId(
                        "busy-" + provider + "-" + day + "-" + start.toString().replace(":", "")),
                provider,
                Optional.empty(),
                at(clinic, day, start, 30),
                "",
                AppointmentStatus.BOOKED,
                Optional.empty());
    }

    private static TimeRange at(Clinic clinic, LocalDate day, LocalTime start, int minutes) {
        return TimeRange.from(day.atTime(start).atZone(clinic.zone()).toInstant(), Duration.ofMinutes(minutes));
    }

    private static boolean isWorkday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
