package ca.vitaravox.oscar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.oscar.standin.AppointmentRow;
import ca.vitaravox.oscar.standin.Endpoint;
import ca.vitaravox.oscar.standin.Fault;
import ca.vitaravox.oscar.standin.Line;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.NewAppointment;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.booking.WriteResult;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.ports.patient.ChartQuery;
import ca.vitaravox.ports.patient.ChartResult;
import ca.vitaravox.ports.patient.NewPatient;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.patient.PatientName;
import ca.vitaravox.ports.patient.Sex;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever goes wrong, nothing is said to be written that is not, nor to be certainly not written that may be. */
class FaultsTest {
    private static final Duration SOON = Duration.ofMillis(250);
    private static final LocalDateTime NINE = LocalDateTime.of(2026, 5, 4, 9, 0);
    private static final LocalDate BORN = LocalDate.of(1990, 4, 9);

    private TestOscar oscar;

    static Stream<Arguments> faults() {
        List<Fault> faults = List.of(
                Fault.delay(Duration.ofMillis(50)),
                Fault.delay(Duration.ofSeconds(5)),
                Fault.delayBeforeWork(Duration.ofSeconds(5)),
                Fault.hang(),
                Fault.hangAfterWork(),
                Fault.drop(),
                Fault.dropAfterWork(),
                Fault.status(302),
                Fault.status(404),
                Fault.status(408),
                Fault.status(429),
                Fault.status(500),
                Fault.status(503),
                Fault.statusAfterWork(404),
                Fault.statusAfterWork(500),
                Fault.statusAfterWork(502),
                Fault.garbage(),
                Fault.halfABody(),
                Fault.slowBody(Duration.ofSeconds(5)));
        return faults.stream().flatMap(fault -> Stream.of(Line.values()).map(line -> Arguments.of(line, fault)));
    }

    private void start(Line line, Endpoint endpoint, Fault fault) {
        oscar = new TestOscar(line);
        oscar.oscar.examine(oscar.inTime());
        oscar.server.requests().forget();
        oscar.server.faults().next(endpoint, fault);
    }

    @AfterEach
    void close() {
        oscar.close();
    }

    private List<AppointmentRow> booked() {
        return oscar.server.tables().appointments().all();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_booking_is_told_truly_and_asked_for_once(Line line, Fault fault) {
        start(line, Endpoint.ADD, fault);
        TimeRange time = TimeRange.from(NINE.atZone(TestOscar.ZONE).toInstant(), Duration.ofMinutes(15));
        NewAppointment wanted = new NewAppointment(
                new ProviderId("101"), new PatientId("1"), time, "Checkup", Optional.empty(), Fresh.slot());
        WriteResult result = oscar.oscar.appointments().book(oscar.clinic, wanted, oscar.within(SOON));
        assertTrue(oscar.server.requests().count(Endpoint.ADD) <= 1);
        assertTold(result, booked().size() == 1);
        oscar.server.faults().clear();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_cancellation_is_told_truly_and_asked_for_once(Line line, Fault fault) {
        start(line, Endpoint.UPDATE_STATUS, fault);
        int number = oscar.server.staff().book("101", NINE, Duration.ofMinutes(15), 1, "");
        WriteResult result =
                oscar.oscar.appointments().cancel(oscar.clinic, new AppointmentId("" + number), oscar.within(SOON));
        assertTrue(oscar.server.requests().count(Endpoint.UPDATE_STATUS) <= 1);
        assertTold(result, booked().get(0).isCancelled());
    }

    @ParameterizedTest
    @EnumSource
    void what_is_told_to_an_OSCAR_that_is_not_there_is_certainly_not_written(Line line) {
        start(line, Endpoint.ADD, Fault.delay(Duration.ZERO));
        oscar.server.close();
        assertInstanceOf(
                WriteResult.NotWritten.class,
                oscar.oscar.appointments().cancel(oscar.clinic, new AppointmentId("1"), oscar.inTime()));
        assertInstanceOf(
                ChartResult.NotMade.class, oscar.oscar.charts().register(oscar.clinic, newPatient(), oscar.inTime()));
    }

    private static void assertTold(WriteResult told, boolean written) {
        if (told instanceof WriteResult.Written) {
            assertTrue(written);
        }
        if (told instanceof WriteResult.NotWritten) {
            assertFalse(written);
        }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_chart_is_told_of_truly_and_asked_for_once(Line line, Fault fault) {
        start(line, Endpoint.CREATE_DEMOGRAPHIC, fault);
        int before = oscar.server.tables().demographics().all().size();
        ChartResult result = oscar.oscar.charts().register(oscar.clinic, newPatient(), oscar.within(SOON));
        boolean made = oscar.server.tables().demographics().all().size() > before;
        assertTrue(oscar.server.requests().count(Endpoint.CREATE_DEMOGRAPHIC) <= 1);
        if (result instanceof ChartResult.Made) {
            assertTrue(made);
        }
        if (result instanceof ChartResult.NotMade) {
            assertFalse(made);
        }
    }

    private static NewPatient newPatient() {
        return new NewPatient(
                new PatientName("Faith", "Newpatient"),
                BORN,
                Sex.FEMALE,
                new PhoneNumber("+14165550110"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** OSCAR answers 500 after it made the chart; who looks then finds it. */
    @ParameterizedTest
    @EnumSource
    void a_chart_made_with_an_error_is_not_known_and_can_be_found(Line line) {
        start(line, Endpoint.CREATE_DEMOGRAPHIC, Fault.statusAfterWork(500));
        ChartResult result = oscar.oscar.charts().register(oscar.clinic, newPatient(), oscar.inTime());
        assertInstanceOf(ChartResult.Unknown.class, result);
        assertEquals(
                1,
                oscar.oscar
                        .charts()
                        .search(oscar.clinic, new ChartQuery.BornOn(BORN), oscar.inTime())
                        .size());
    }

    @ParameterizedTest
    @EnumSource
    void without_a_program_no_chart_is_begun(Line line) {
        start(line, Endpoint.PROGRAM_PATIENTS, Fault.delay(Duration.ZERO));
        oscar.server.tables().demographics().delete(1);
        ChartResult result = oscar.oscar.charts().register(oscar.clinic, newPatient(), oscar.inTime());
        assertInstanceOf(ChartResult.NotMade.class, result);
        assertEquals(0, oscar.server.requests().count(Endpoint.CREATE_DEMOGRAPHIC));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_read_is_whole_or_the_EMR_is_unavailable(Line line, Fault fault) {
        start(line, Endpoint.HISTORY, fault);
        oscar.server.staff().book("101", NINE, Duration.ofMinutes(15), 1, "");
        PatientId patient = new PatientId("1");
        if (fault.equals(Fault.delay(Duration.ofMillis(50)))) {
            assertEquals(
                    1,
                    oscar.oscar
                            .appointments()
                            .of(oscar.clinic, patient, oscar.inTime())
                            .size());
        } else {
            assertThrows(
                    EmrUnavailableException.class,
                    () -> oscar.oscar.appointments().of(oscar.clinic, patient, oscar.within(SOON)));
        }
        assertTrue(oscar.server.requests().count(Endpoint.HISTORY) <= 1);
    }
}
