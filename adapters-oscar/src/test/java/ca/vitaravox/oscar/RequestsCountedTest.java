package ca.vitaravox.oscar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import ca.vitaravox.oscar.standin.Line;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.Appointments;
import ca.vitaravox.ports.booking.NewAppointment;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.booking.WriteResult;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.ports.patient.ChartQuery;
import ca.vitaravox.ports.patient.PatientId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How many requests an operation costs an OSCAR whose ways are known. */
class RequestsCountedTest {
    private static final Logger LOG = LoggerFactory.getLogger(RequestsCountedTest.class);
    private static final ProviderId DOCTOR = new ProviderId("101");
    private static final Set<ProviderId> BOTH = Set.of(DOCTOR, new ProviderId("102"));
    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);

    private TestOscar oscar;
    private Appointments appointments;

    private void start(Line line) {
        oscar = new TestOscar(line);
        appointments = oscar.oscar.appointments();
        oscar.server.staff().book("101", DAY.atTime(16, 0), Duration.ofMinutes(15), 1, "");
        day(DAY, DAY);
    }

    @AfterEach
    void close() {
        oscar.close();
    }

    private Deadline inTime() {
        return oscar.inTime();
    }

    private void day(LocalDate first, LocalDate last) {
        appointments.on(oscar.clinic, Set.of(DOCTOR), first, last, inTime());
    }

    private void assertCost(int requests, String what, Runnable operation) {
        oscar.server.requests().forget();
        operation.run();
        LOG.info("{}: {}", what, oscar.server.requests().total());
        assertEquals(requests, oscar.server.requests().total(), what);
    }

    @ParameterizedTest
    @EnumSource
    void each_operation_costs_what_it_has_to(Line line) {
        start(line);
        PhoneNumber phone = new PhoneNumber("+16045550142");
        assertCost(
                1,
                "a search for charts",
                () -> oscar.oscar.charts().search(oscar.clinic, new ChartQuery.ByPhone(phone), inTime()));
        assertCost(1, "a chart", () -> oscar.oscar.charts().chart(oscar.clinic, new PatientId("1"), inTime()));
        assertCost(1, "a patient's appointments", () -> appointments.of(oscar.clinic, new PatientId("1"), inTime()));
        assertCost(1, "a provider's day", () -> day(DAY, DAY));
        assertCost(1, "a provider's month", () -> day(DAY, LocalDate.of(2026, 5, 30)));
        assertCost(2, "a provider's month with its last day", () -> day(DAY, LocalDate.of(2026, 5, 31)));
        assertCost(
                4,
                "two providers' months with their last days",
                () -> appointments.on(oscar.clinic, BOTH, DAY, LocalDate.of(2026, 5, 31), inTime()));
        assertCost(3, "a booking", this::readWriteRead);
        assertCost(2, "a cancellation", this::cancelAndLook);
    }

    @ParameterizedTest
    @EnumSource
    void with_a_log_in_for_soap_a_search_by_number_costs_one_request_more(Line line) {
        start(line);
        oscar.connectSoap(true);
        appointments = oscar.oscar.appointments();
        day(DAY, DAY);
        ChartQuery byNumber = new ChartQuery.ByPhone(new PhoneNumber("+16045550142"));
        assertCost(3, "the first search, with the log-in", () -> search(byNumber));
        assertCost(2, "a search by number", () -> search(byNumber));
        assertCost(1, "another search", () -> search(new ChartQuery.BornOn(DAY)));
    }

    private void search(ChartQuery query) {
        oscar.oscar.charts().search(oscar.clinic, query, inTime());
    }

    private void readWriteRead() {
        day(DAY, DAY);
        TimeRange time = TimeRange.from(DAY.atTime(9, 0).atZone(TestOscar.ZONE).toInstant(), Duration.ofMinutes(15));
        assertInstanceOf(
                WriteResult.Written.class,
                appointments.book(
                        oscar.clinic,
                        new NewAppointment(DOCTOR, new PatientId("1"), time, "", Optional.empty(), Fresh.slot()),
                        inTime()));
        day(DAY, DAY);
    }

    private void cancelAndLook() {
        appointments.cancel(oscar.clinic, new AppointmentId("1"), inTime());
        day(DAY, DAY);
    }
}
