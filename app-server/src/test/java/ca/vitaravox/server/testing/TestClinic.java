package ca.vitaravox.server.testing;

import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.NewAppointment;
import ca.vitaravox.ports.booking.SlotId;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.booking.WeeklyShift;
import ca.vitaravox.ports.booking.WriteResult;
import ca.vitaravox.ports.clinic.BookingPolicy;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.Line;
import ca.vitaravox.ports.clinic.OpenHours;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.clinic.Provider;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.clinic.VisitType;
import ca.vitaravox.ports.clinic.VisitTypeCode;
import ca.vitaravox.ports.patient.Chart;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.patient.PatientName;
import ca.vitaravox.postgres.Database;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A clinic of one test: one provider who works every morning from 9 to 12, check-ups of 15 minutes, and patients
 * {@code 1}, {@code 2}, … named Casey Tester, each with a telephone of their own.
 */
public final class TestClinic {
    private static final AtomicInteger NUMBERS = new AtomicInteger(5550200);
    private static final ZoneId ZONE = ZoneId.of("America/Vancouver");
    private static final ProviderId PROVIDER = new ProviderId("7");

    private final Database database;
    private final ClinicId id;
    private final PhoneNumber line;
    /** The same for the whole test, also past midnight. */
    private final LocalDate freeDay = LocalDate.ofInstant(Instant.now(), ZONE).plusDays(7);

    private TestClinic(Database database, ClinicId id, PhoneNumber line) {
        this.database = database;
        this.id = id;
        this.line = line;
    }

    /** Makes a clinic of that name with so many patients. */
    public static TestClinic open(Database database, String name, int patients) {
        TestClinic clinic =
                new TestClinic(database, new ClinicId(name), new PhoneNumber("+1604" + NUMBERS.incrementAndGet()));
        clinic.save();
        for (int n = 1; n <= patients; n++) {
            database.demoEmr().putChart(clinic.id, clinic.chart(n));
        }
        return clinic;
    }

    private void save() {
        Map<DayOfWeek, List<OpenHours>> hours = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            hours.put(day, List.of(new OpenHours(LocalTime.of(9, 0), LocalTime.NOON)));
        }
        VisitTypeCode checkup = new VisitTypeCode("checkup");
        database.clinicSettings()
                .save(new Clinic(
                        id,
                        "Clinic " + id,
                        line,
                        "1 Test Street",
                        ZONE,
                        List.of(Language.ENGLISH),
                        true,
                        true,
                        Optional.empty(),
                        hours,
                        List.of(),
                        List.of(new Provider(PROVIDER, "Doctor Test", Optional.empty(), true, true)),
                        List.of(new VisitType(checkup, Duration.ofMinutes(15), Map.of(), Set.of(), "Checkup")),
                        checkup,
                        BookingPolicy.USUAL));
        database.clinicSettings()
                .assign(id, List.of(new Line(id, line, Optional.empty(), Optional.empty(), Language.ENGLISH)));
        database.scheduleSettings()
                .save(
                        id,
                        PROVIDER,
                        Arrays.stream(DayOfWeek.values())
                                .map(day -> new WeeklyShift(day, LocalTime.of(9, 0), LocalTime.NOON, Set.of()))
                                .toList());
    }

    private Chart chart(int n) {
        return new Chart(
                new PatientId(Integer.toString(n)),
                new PatientName("Casey", "Tester"),
                LocalDate.of(1980, 1, 1).plusDays(n),
                Optional.empty(),
                List.of(new PhoneNumber(phoneOf(n))),
                Optional.empty(),
                false,
                false);
    }

    /** The telephone of a patient. */
    public String phoneOf(int patient) {
        return "+1778555" + String.format("%04d", patient);
    }

    /** The clinic's id. */
    public String id() {
        return id.value();
    }

    /** The number callers dial. */
    public String number() {
        return line.e164();
    }

    /** A day on which nothing is booked yet. */
    public LocalDate freeDay() {
        return freeDay;
    }

    /** What stands in the EMR within the next weeks. */
    public List<Appointment> appointments() {
        LocalDate today = LocalDate.ofInstant(Instant.now(), ZONE);
        Deadline deadline = new Deadline(Instant.now().plusSeconds(30));
        return database.appointments().on(id, Set.of(PROVIDER), today, today.plusDays(60), deadline);
    }

    /** Staff book a patient in the EMR, on the free day at ten. */
    public AppointmentId staffBook(int patient) {
        NewAppointment appointment = new NewAppointment(
                PROVIDER,
                new PatientId(String.valueOf(patient)),
                TimeRange.from(freeDay().atTime(10, 0).atZone(ZONE).toInstant(), Duration.ofMinutes(15)),
                "Checkup",
                Optional.empty(),
                new SlotId("staff"));
        WriteResult booked = database.appointments()
                .book(id, appointment, new Deadline(Instant.now().plusSeconds(30)));
        return ((WriteResult.Written) booked).appointment();
    }

    /** Staff cancel an appointment in the EMR. */
    public void staffCancel(AppointmentId appointment) {
        database.appointments()
                .cancel(id, appointment, new Deadline(Instant.now().plusSeconds(30)));
    }
}
