package ca.vitaravox.oscar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.oscar.standin.AppointmentRow;
import ca.vitaravox.oscar.standin.AppointmentTypeRow;
import ca.vitaravox.oscar.standin.Line;
import ca.vitaravox.oscar.standin.ProviderRow;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.NewAppointment;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.booking.WriteResult;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.ports.patient.PatientId;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What OSCAR does that one would not expect. */
class TrapsTest {
    private static final ProviderId DOCTOR = new ProviderId("101");
    private static final LocalDate LAST_OF_MAY = LocalDate.of(2026, 5, 31);
    private static final Duration QUARTER = Duration.ofMinutes(15);

    private final AtomicReference<TestOscar> started = new AtomicReference<>();

    private TestOscar start(TestOscar oscar) {
        started.set(oscar);
        return oscar;
    }

    @AfterEach
    void close() {
        started.get().close();
    }

    private static List<Appointment> on(TestOscar oscar, LocalDate first, LocalDate last) {
        return oscar.oscar.appointments().on(oscar.clinic, Set.of(DOCTOR), first, last, oscar.inTime());
    }

    private static TimeRange at(LocalDateTime start, Duration length) {
        return TimeRange.from(start.atZone(TestOscar.ZONE).toInstant(), length);
    }

    private static WriteResult book(TestOscar oscar, LocalDateTime start, String reason) {
        return oscar.oscar
                .appointments()
                .book(
                        oscar.clinic,
                        new NewAppointment(
                                DOCTOR,
                                new PatientId("1"),
                                at(start, QUARTER),
                                "Checkup",
                                Optional.of(reason),
                                Fresh.slot()),
                        oscar.inTime());
    }

    @ParameterizedTest
    @EnumSource
    void the_last_day_of_a_month_is_not_forgotten(Line line) {
        TestOscar oscar = start(new TestOscar(line));
        int last = oscar.server.staff().book("101", LAST_OF_MAY.atTime(9, 0), QUARTER, 1, "");
        int first = oscar.server.staff().book("101", LAST_OF_MAY.plusDays(1).atTime(9, 0), QUARTER, 1, "");
        assertEquals(
                List.of(new AppointmentId("" + last), new AppointmentId("" + first)),
                on(oscar, LAST_OF_MAY.minusDays(3), LAST_OF_MAY.plusDays(3)).stream()
                        .map(Appointment::id)
                        .toList());
        assertEquals(1, on(oscar, LAST_OF_MAY, LAST_OF_MAY).size());
    }

    @Test
    void an_appointment_of_unknown_length_is_as_long_as_the_longest_visit() {
        TestOscar oscar = start(new TestOscar(Line.CLASSIC));
        oscar.server.tables().types().add(new AppointmentTypeRow(1, "Short", "", 10));
        oscar.server.staff().book("101", LAST_OF_MAY.atTime(9, 0), QUARTER, 1, "");
        assertEquals(
                at(LAST_OF_MAY.atTime(9, 0), TestOscar.LONGEST_VISIT),
                on(oscar, LAST_OF_MAY, LAST_OF_MAY).get(0).time());
    }

    @Test
    void or_as_OSCARs_longest_type() {
        TestOscar oscar = start(new TestOscar(Line.CLASSIC));
        oscar.server.tables().types().add(new AppointmentTypeRow(1, "Long", "", 60));
        oscar.server.staff().book("101", LAST_OF_MAY.atTime(9, 0), QUARTER, 1, "");
        assertEquals(
                at(LAST_OF_MAY.atTime(9, 0), Duration.ofHours(1)),
                on(oscar, LAST_OF_MAY, LAST_OF_MAY).get(0).time());
    }

    @ParameterizedTest
    @EnumSource
    void on_every_other_day_lengths_are_known(Line line) {
        TestOscar oscar = start(new TestOscar(line));
        LocalDateTime nine = LocalDateTime.of(2026, 5, 4, 9, 0);
        List<Duration> lengths =
                List.of(QUARTER, Duration.ofMinutes(1), Duration.ofMinutes(60), Duration.ofMinutes(90));
        for (int i = 0; i < lengths.size(); i++) {
            oscar.server.staff().book("101", nine.plusHours(i), lengths.get(i), 1, "");
        }
        assertEquals(
                lengths,
                on(oscar, nine.toLocalDate(), nine.toLocalDate()).stream()
                        .map(each -> each.time().length())
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void an_appointment_past_midnight_belongs_to_the_day_it_begins_on(Line line) {
        TestOscar oscar = start(new TestOscar(line));
        LocalDateTime late = LocalDateTime.of(2026, 5, 4, 23, 50);
        oscar.server.staff().book("101", late, Duration.ofMinutes(30), 1, "");
        List<Appointment> may = on(oscar, LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 30));
        assertEquals(
                List.of(at(late, Duration.ofMinutes(30))),
                may.stream().map(Appointment::time).toList());
    }

    @ParameterizedTest
    @EnumSource
    void what_staff_blocked_takes_its_time_and_is_nobodys(Line line) {
        TestOscar oscar = start(new TestOscar(line));
        LocalDateTime noon = LocalDateTime.of(2026, 5, 4, 12, 0);
        oscar.server.staff().block("101", noon, Duration.ofHours(1));
        Appointment block = on(oscar, noon.toLocalDate(), noon.toLocalDate()).get(0);
        assertEquals(Optional.empty(), block.patient());
        assertEquals(at(noon, Duration.ofHours(1)), block.time());
        assertTrue(block.takesTime());
    }

    @ParameterizedTest
    @EnumSource
    void an_OSCAR_in_another_zone_books_and_is_read_on_the_clinics_clock(Line line) {
        TestOscar oscar =
                start(new TestOscar(line, ZoneId.of("America/Toronto"), Duration.ZERO, InstantSource.system()));
        LocalDateTime lateInVancouver = LocalDateTime.of(2026, 5, 4, 21, 30);
        assertInstanceOf(WriteResult.Written.class, book(oscar, lateInVancouver, "a cough"));
        AppointmentRow row = oscar.server.tables().appointments().all().get(0);
        assertEquals(LocalDateTime.of(2026, 5, 5, 0, 30), row.start());
        LocalDate fourth = lateInVancouver.toLocalDate();
        assertEquals(
                List.of(at(lateInVancouver, QUARTER)),
                on(oscar, fourth, fourth).stream().map(Appointment::time).toList());
        assertEquals(List.of(), on(oscar, fourth.plusDays(1), fourth.plusDays(1)));
        oscar.server.staff().book("101", LocalDateTime.of(2026, 5, 4, 2, 59), QUARTER, 1, "");
        assertEquals(1, on(oscar, fourth, fourth).size());
        assertEquals(1, on(oscar, fourth.minusDays(1), fourth.minusDays(1)).size());
    }

    @Test
    void a_long_reason_is_cut_where_OSCAR_would_and_kept_in_the_notes() {
        TestOscar oscar = start(new TestOscar(Line.OPEN_O));
        String reason = "x".repeat(81) + "é日";
        assertInstanceOf(
                WriteResult.Written.class, book(oscar, LocalDateTime.of(2026, 5, 4, 9, 0), reason + "\uD83D\uDE00"));
        AppointmentRow row = oscar.server.tables().appointments().all().get(0);
        assertEquals("x".repeat(80), row.details().reason());
        assertTrue(row.details().notes().endsWith(reason));
        assertEquals("t", row.status());
    }

    @Test
    void our_mark_is_found_again() {
        TestOscar oscar = start(new TestOscar(Line.OPEN_O));
        book(oscar, LocalDateTime.of(2026, 5, 4, 9, 0), "a cough");
        LocalDate day = LocalDate.of(2026, 5, 4);
        assertTrue(on(oscar, day, day).get(0).reference().isPresent());
        assertEquals(on(oscar, day, day), on(oscar, day, day.plusDays(1)));
    }

    /** It says 500 for that, and an HTML page. */
    @ParameterizedTest
    @EnumSource
    void without_rights_nothing_is_read_and_nothing_is_said_to_be_written(Line line) {
        TestOscar oscar = start(new TestOscar(line));
        oscar.server.tables().providers().replaceAll(TestOscarRights::without);
        LocalDate day = LocalDate.of(2026, 5, 4);
        assertThrows(
                EmrUnavailableException.class,
                () -> oscar.oscar.appointments().of(oscar.clinic, new PatientId("1"), oscar.inTime()));
        assertThrows(
                EmrUnavailableException.class,
                () -> oscar.oscar.charts().chart(oscar.clinic, new PatientId("1"), oscar.inTime()));
        assertFalse(book(oscar, day.atTime(9, 0), "a cough") instanceof WriteResult.Written);
        assertEquals(List.of(), oscar.server.tables().appointments().all());
    }

    /** Takes the rights away. */
    private static final class TestOscarRights {
        static ProviderRow without(ProviderRow row) {
            return new ProviderRow(
                    row.number(),
                    row.lastName(),
                    row.firstName(),
                    row.type(),
                    row.sex(),
                    row.specialty(),
                    row.ohipNumber(),
                    row.workPhone(),
                    row.email(),
                    Map.of(),
                    row.changed());
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_cannot_be_a_number_of_OSCARs_is_not_asked_for(Line line) {
        TestOscar oscar = start(new TestOscar(line));
        for (String id : List.of("1/../2", "0", "-1", "abc", "1234567890", "1?a=b")) {
            assertEquals(List.of(), oscar.oscar.appointments().of(oscar.clinic, new PatientId(id), oscar.inTime()));
            assertEquals(Optional.empty(), oscar.oscar.charts().chart(oscar.clinic, new PatientId(id), oscar.inTime()));
            assertInstanceOf(
                    WriteResult.NotWritten.class,
                    oscar.oscar.appointments().cancel(oscar.clinic, new AppointmentId(id), oscar.inTime()));
        }
        assertEquals(0, oscar.server.requests().total());
    }
}
