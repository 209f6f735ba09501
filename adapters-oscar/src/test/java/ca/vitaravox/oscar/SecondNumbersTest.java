package ca.vitaravox.oscar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.vitaravox.oscar.standin.DemographicColumn;
import ca.vitaravox.oscar.standin.Endpoint;
import ca.vitaravox.oscar.standin.Line;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.patient.Chart;
import ca.vitaravox.ports.patient.ChartQuery;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Patients by a second number, over SOAP. */
class SecondNumbersTest {
    private static final LocalDate BORN = LocalDate.of(1985, 3, 15);
    private static final PhoneNumber NUMBER = new PhoneNumber("+16045550142");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
    private final TestOscar oscar = new TestOscar(Line.OPEN_O, TestOscar.ZONE, Duration.ZERO, now::get);

    @AfterEach
    void close() {
        oscar.close();
    }

    private int patient(String first, DemographicColumn column, String number) {
        return oscar.patient("CASTELLAN", first, BORN, Map.of(column, number));
    }

    private Set<String> found() {
        return oscar.oscar.charts().search(oscar.clinic, new ChartQuery.ByPhone(NUMBER), oscar.inTime()).stream()
                .map(Chart::id)
                .map(Object::toString)
                .collect(Collectors.toSet());
    }

    private long overSoap() {
        return oscar.server.requests().count(Endpoint.SOAP_LOGIN)
                + oscar.server.requests().count(Endpoint.SOAP_DEMOGRAPHIC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(604) 555-0142", "604.555.0142", "6045550142"})
    void a_second_number_is_found_however_it_was_typed_and_one_that_only_ends_like_it_is_not(String typed) {
        oscar.connectSoap(true);
        int robin = patient("ROBIN <& CO>", DemographicColumn.PHONE2, typed);
        patient("NOA", DemographicColumn.PHONE2, "250-555-0142");
        int main = patient("KIM", DemographicColumn.PHONE, "604-555-0142");

        assertEquals(Set.of("" + robin, "" + main), found());
    }

    @Test
    void whoever_has_the_number_twice_is_found_once_and_who_left_is_not() {
        oscar.connectSoap(true);
        oscar.patient(
                "CASTELLAN",
                "ROBIN",
                BORN,
                Map.of(DemographicColumn.PHONE, "604-555-0142", DemographicColumn.PHONE2, "604-555-0142"));
        oscar.patient(
                "CASTELLAN",
                "NOA",
                BORN,
                Map.of(DemographicColumn.PHONE2, "604-555-0142", DemographicColumn.PATIENT_STATUS, "MO"));

        assertEquals(
                1,
                oscar.oscar
                        .charts()
                        .search(oscar.clinic, new ChartQuery.ByPhone(NUMBER), oscar.inTime())
                        .size());
    }

    @Test
    void without_a_log_in_soap_is_not_asked() {
        patient("ROBIN", DemographicColumn.PHONE2, "604-555-0142");

        assertEquals(Set.of(), found());
        assertEquals(0, overSoap());
    }

    @Test
    void a_barred_soap_costs_no_more_than_what_it_would_have_found_and_is_asked_again_after_a_minute() {
        oscar.connectSoap(true);
        int main = patient("KIM", DemographicColumn.PHONE, "604-555-0142");
        int second = patient("ROBIN", DemographicColumn.PHONE2, "604-555-0142");
        oscar.server.site().setSoapBarred(Optional.of(403));

        assertEquals(Set.of("" + main), found());
        oscar.server.site().setSoapBarred(Optional.empty());
        now.set(now.get().plusSeconds(60).minusNanos(1));
        assertEquals(Set.of("" + main), found());
        now.set(now.get().plusNanos(1));
        assertEquals(Set.of("" + main, "" + second), found());
    }

    @Test
    void a_password_that_is_refused_is_tried_once_a_minute() {
        oscar.connectSoap(false);

        found();
        found();
        assertEquals(1, overSoap());
        now.set(now.get().plusSeconds(60));
        found();
        assertEquals(2, overSoap());
    }
}
