package ca.vitaravox.oscar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.AppointmentStatus;
import ca.vitaravox.ports.booking.NewAppointment;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.booking.WriteResult;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.ports.patient.Chart;
import ca.vitaravox.ports.patient.ChartQuery;
import ca.vitaravox.ports.patient.ChartResult;
import ca.vitaravox.ports.patient.NewPatient;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.patient.PatientName;
import ca.vitaravox.ports.patient.Sex;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What any OSCAR does that is in order, also one that is in use: it registers one fictional patient, books in two free
 * quarters of an hour some weeks ahead, and cancels what it booked. It says what it found, and names nobody.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LiveOscarContract {
    private static final InstantSource CLOCK = InstantSource.system();
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final LocalDate BORN = LocalDate.of(1990, 4, 9);
    private static final PhoneNumber PHONE = new PhoneNumber("+14165550110");

    private final Logger log = LoggerFactory.getLogger(getClass());
    private final PatientName name =
            new PatientName("Zoé", "Vitaravox-" + Fresh.hex().substring(0, 12));
    private final List<AppointmentId> booked = new ArrayList<>();
    private PatientId patient;

    /** The OSCAR. */
    abstract Oscar oscar();

    /** The clinic it is for. */
    abstract ClinicId clinic();

    /** A provider who may be booked. */
    abstract ProviderId provider();

    /** The zone of both. */
    abstract ZoneId zone();

    /** Begins. */
    abstract void start();

    /** Ends. */
    abstract void stop();

    private static Deadline inTime() {
        return new Deadline(CLOCK.instant().plus(Duration.ofSeconds(30)));
    }

    @BeforeAll
    void register() {
        start();
        OscarFindings findings = oscar().examine(inTime());
        log.info(
                "acting as a provider of {} characters, clock ahead {}",
                findings.actingAs().length(),
                findings.clockAhead());
        log.info("zone agrees with the settings: {}", findings.zoneAgrees());
        ChartResult made = oscar().charts()
                .register(
                        clinic(),
                        new NewPatient(
                                name, BORN, Sex.FEMALE, PHONE, Optional.empty(), Optional.empty(), Optional.empty()),
                        inTime());
        log.info("registering a patient: {}", made.getClass().getSimpleName());
        patient = assertInstanceOf(ChartResult.Made.class, made).patient();
    }

    @AfterAll
    void cancelAll() {
        booked.forEach(each -> log.info(
                "tidying up: {}",
                oscar().appointments()
                        .cancel(clinic(), each, inTime())
                        .getClass()
                        .getSimpleName()));
        stop();
    }

    @Test
    void it_lists_the_provider_who_may_be_booked() {
        List<ProviderId> providers = oscar().listing().providers(clinic(), inTime()).stream()
                .map(each -> each.id())
                .toList();
        log.info(
                "providers: {}, types: {}",
                providers.size(),
                oscar().listing().types(clinic(), inTime()).size());
        assertTrue(providers.contains(provider()));
    }

    @Test
    void a_patient_who_was_registered_is_found_and_shown() {
        Chart chart = oscar().charts().chart(clinic(), patient, inTime()).orElseThrow();
        assertEquals(name, chart.name());
        assertEquals(BORN, chart.birthDate());
        assertEquals(List.of(PHONE), chart.phones());
        for (ChartQuery query :
                List.of(new ChartQuery.Named(name), new ChartQuery.BornOn(BORN), new ChartQuery.ByPhone(PHONE))) {
            List<PatientId> found = oscar().charts().search(clinic(), query, inTime()).stream()
                    .map(Chart::id)
                    .toList();
            log.info("found by {}: {}", query.getClass().getSimpleName(), found.size());
            assertTrue(found.contains(patient) || found.size() == 50);
        }
    }

    @Test
    void an_unknown_chart_is_not_there() {
        PatientId unknown = new PatientId("999999999");
        assertEquals(Optional.empty(), oscar().charts().chart(clinic(), unknown, inTime()));
        assertEquals(List.of(), oscar().appointments().of(clinic(), unknown, inTime()));
    }

    @Test
    void an_appointment_is_seen_on_its_day_in_its_month_and_with_its_patient_until_it_is_cancelled() {
        LocalDate day = YearMonth.from(today().plusDays(40)).atDay(16);
        TimeRange time = free(day);
        AppointmentId id = book(time);
        Appointment there = seen(id, day, day).orElseThrow();
        assertEquals(time, there.time());
        assertEquals(Optional.of(patient), there.patient());
        assertEquals(
                Optional.of(time), seen(id, day.minusDays(1), day.plusDays(1)).map(Appointment::time));
        assertEquals(AppointmentStatus.BOOKED, status(id));
        assertEquals(new WriteResult.Written(id), oscar().appointments().cancel(clinic(), id, inTime()));
        assertEquals(Optional.empty(), seen(id, day, day));
        assertEquals(Optional.empty(), seen(id, day.minusDays(1), day.plusDays(1)));
        assertEquals(AppointmentStatus.CANCELLED, status(id));
    }

    @Test
    void an_appointment_on_the_last_day_of_a_month_is_seen() {
        LocalDate day = YearMonth.from(today().plusDays(40)).atEndOfMonth();
        TimeRange time = free(day);
        AppointmentId id = book(time);
        for (LocalDate first : List.of(day, day.minusDays(2))) {
            Appointment there = seen(id, first, day.plusDays(1)).orElseThrow();
            assertEquals(time.start(), there.time().start());
            assertTrue(there.time().length().compareTo(QUARTER) >= 0);
        }
    }

    @Test
    void it_books_twice_what_it_is_asked_twice() {
        TimeRange time = free(YearMonth.from(today().plusDays(40)).atDay(17));
        assertNotEquals(book(time), book(time));
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(CLOCK.instant(), ZoneId.of("America/Toronto"));
    }

    private TimeRange free(LocalDate day) {
        List<Appointment> taken = on(day, day);
        log.info("appointments on a day {} days ahead: {}", ChronoUnit.DAYS.between(today(), day), taken.size());
        return IntStream.range(28, 88)
                .mapToObj(quarter -> LocalTime.MIDNIGHT.plus(QUARTER.multipliedBy(quarter)))
                .map(start -> TimeRange.from(day.atTime(start).atZone(zone()).toInstant(), QUARTER))
                .filter(time -> taken.stream().noneMatch(each -> each.time().overlaps(time)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no quarter of an hour is free on " + day));
    }

    private AppointmentId book(TimeRange time) {
        NewAppointment wanted =
                new NewAppointment(provider(), patient, time, "", Optional.of("test, to be cancelled"), Fresh.slot());
        AppointmentId id = assertInstanceOf(
                        WriteResult.Written.class, oscar().appointments().book(clinic(), wanted, inTime()))
                .appointment();
        booked.add(id);
        return id;
    }

    private List<Appointment> on(LocalDate first, LocalDate last) {
        return oscar().appointments().on(clinic(), Set.of(provider()), first, last, inTime());
    }

    private Optional<Appointment> seen(AppointmentId id, LocalDate first, LocalDate last) {
        return on(first, last).stream().filter(each -> each.id().equals(id)).findFirst();
    }

    private AppointmentStatus status(AppointmentId id) {
        return oscar().appointments().of(clinic(), patient, inTime()).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow()
                .status();
    }
}
