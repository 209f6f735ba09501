package ca.vitaravox.oscar.soap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ca.vitaravox.oscar.access.SoapLogin;
import ca.vitaravox.oscar.booking.Zones;
import ca.vitaravox.oscar.connect.Trouble;
import ca.vitaravox.oscar.recorded.Recording;
import ca.vitaravox.oscar.rest.OnceOnly;
import ca.vitaravox.oscar.rest.OscarMeans;
import ca.vitaravox.oscar.standin.Endpoint;
import ca.vitaravox.oscar.standin.Fault;
import ca.vitaravox.oscar.standin.Line;
import ca.vitaravox.oscar.standin.LoginRow;
import ca.vitaravox.oscar.standin.ProviderRow;
import ca.vitaravox.oscar.standin.StandInOscar;
import ca.vitaravox.oscar.standin.StandInSettings;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.booking.CodedTime;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.contract.Fresh;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OscarTimesTest {
    private static final ZoneId TORONTO = ZoneId.of("America/Toronto");
    private static final ProviderId PROVIDER = new ProviderId("101");
    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);
    private static final SoapLogin LOGIN = new SoapLogin("mara", "correct & <horse>");
    private static final HttpClient HTTP = OnceOnly.client(Duration.ofSeconds(20));
    private static final int NINE_IN_QUARTERS = 36;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T16:00:00Z"));
    private final ClinicId clinic = Fresh.clinic();
    private final StandInOscar oscar = StandInOscar.start(new StandInSettings(
            Line.OPEN_O, TORONTO, now::get, () -> UUID.randomUUID().toString(), 0));
    private final OscarMeans means = new OscarMeans(HTTP, now::get, Fresh::hex, Duration.ofSeconds(20));
    private final OscarTimes times = times(LOGIN, TORONTO);

    OscarTimesTest() {
        oscar.tables().providers().add(ProviderRow.doctor("101", "Wexford", "Mara"));
        oscar.tables().logins().add(new LoginRow(LOGIN.username(), LOGIN.password(), "2580", "101"));
    }

    @AfterEach
    void close() {
        oscar.close();
    }

    private OscarTimes times(SoapLogin login, ZoneId clinics) {
        return new OscarTimes(clinic, new SoapLink(oscar.baseUrl(), login, means), new Zones(clinics, TORONTO), means);
    }

    private Deadline inTime() {
        return new Deadline(now.get().plusSeconds(30));
    }

    private List<CodedTime> on(LocalDate first, LocalDate last) {
        return times.times(clinic, Set.of(PROVIDER), first, last, inTime());
    }

    /** A day of slots of {@code 1440 / slots} minutes, with these codes from the slot of that number on. */
    private static String template(int slots, int from, String codes) {
        return "_".repeat(from) + codes + "_".repeat(slots - from - codes.length());
    }

    private static String shown(List<CodedTime> times) {
        StringBuilder shown = new StringBuilder();
        times.forEach(time -> shown.append(time.code())
                .append(' ')
                .append(time.from())
                .append('/')
                .append(time.to().toLocalTime())
                .append('\n'));
        return shown.toString();
    }

    @Test
    void slots_of_one_code_that_touch_are_one_time() {
        oscar.staff().work("101", TUESDAY, template(96, NINE_IN_QUARTERS, "1122_s1"));

        assertEquals("""
                1 2026-11-24T09:00/09:30
                2 2026-11-24T09:30/10:00
                s 2026-11-24T10:15/10:30
                1 2026-11-24T10:30/10:45
                """, shown(on(TUESDAY, TUESDAY)));
    }

    @Test
    void a_grid_of_ten_minutes_is_read_as_one() {
        oscar.staff().work("101", TUESDAY, template(144, 54, "111"));

        assertEquals("1 2026-11-24T09:00/09:30\n", shown(on(TUESDAY, TUESDAY)));
    }

    @Test
    void on_a_holiday_and_on_a_day_off_nobody_works() {
        oscar.staff().work("101", TUESDAY, template(96, NINE_IN_QUARTERS, "1"));
        oscar.tables().holidays().add(TUESDAY);

        assertEquals(List.of(), on(TUESDAY, TUESDAY.plusDays(1)));
    }

    @Test
    void the_clinics_day_is_read_whatever_zone_oscar_is_in() {
        oscar.staff().work("101", TUESDAY, template(96, NINE_IN_QUARTERS, "1"));
        oscar.staff().work("101", TUESDAY.plusDays(1), template(96, 0, "1"));

        List<CodedTime> read =
                times(LOGIN, ZoneId.of("America/Edmonton")).times(clinic, Set.of(PROVIDER), TUESDAY, TUESDAY, inTime());

        assertEquals("1 2026-11-24T07:00/07:15\n1 2026-11-24T22:00/22:15\n", shown(read));
    }

    @Test
    void a_month_is_a_call_a_day_and_one_log_in_and_is_remembered_for_five_minutes() {
        on(TUESDAY, TUESDAY.plusDays(29));
        assertEquals(30, oscar.requests().count(Endpoint.SOAP_SCHEDULE));
        assertEquals(1, oscar.requests().count(Endpoint.SOAP_LOGIN));

        now.updateAndGet(time -> time.plus(DayMemory.KEPT).minusMillis(1));
        on(TUESDAY, TUESDAY.plusDays(29));
        assertEquals(30, oscar.requests().count(Endpoint.SOAP_SCHEDULE));

        now.updateAndGet(time -> time.plusMillis(1));
        on(TUESDAY, TUESDAY);
        assertEquals(31, oscar.requests().count(Endpoint.SOAP_SCHEDULE));
    }

    @Test
    void an_oscar_that_was_restarted_is_logged_in_to_again_once() {
        on(TUESDAY, TUESDAY);
        oscar.staff().restart();

        oscar.staff().work("101", TUESDAY.plusDays(1), template(96, NINE_IN_QUARTERS, "1"));
        assertEquals(1, on(TUESDAY.plusDays(1), TUESDAY.plusDays(1)).size());
        assertEquals(2, oscar.requests().count(Endpoint.SOAP_LOGIN));
    }

    @Test
    void a_wrong_password_is_tried_once_and_no_answer_is_no_schedule() {
        OscarTimes wrong = times(new SoapLogin("mara", "guessed"), TORONTO);
        assertThrows(
                EmrUnavailableException.class, () -> wrong.times(clinic, Set.of(PROVIDER), TUESDAY, TUESDAY, inTime()));
        assertEquals(1, oscar.requests().count(Endpoint.SOAP_LOGIN));

        oscar.faults().always(Endpoint.SOAP_SCHEDULE, Fault.garbage());
        assertThrows(EmrUnavailableException.class, () -> on(TUESDAY, TUESDAY));
        oscar.faults().clear();
        oscar.faults().always(Endpoint.SOAP_SCHEDULE, Fault.drop());
        assertThrows(EmrUnavailableException.class, () -> on(TUESDAY, TUESDAY));
    }

    /** Nobody on the phone waits for a log-in either: it is tried with the one there is. */
    @Test
    void schedules_that_are_left_alone_are_tried_beside_whoever_asks_and_then_read() {
        on(TUESDAY, TUESDAY);
        LocalDate unread = TUESDAY.plusDays(1);
        oscar.faults().always(Endpoint.SOAP_SCHEDULE, Fault.drop());
        for (int failure = 0; failure < 9; failure++) {
            assertThrows(EmrUnavailableException.class, () -> on(unread, unread));
        }
        oscar.faults().clear();
        oscar.requests().forget();
        now.updateAndGet(time -> time.plusSeconds(5).minusMillis(1));
        assertThrows(EmrUnavailableException.class, () -> on(unread, unread));
        assertEquals(0, oscar.requests().total());

        now.updateAndGet(time -> time.plusMillis(1));
        assertThrows(EmrUnavailableException.class, () -> on(unread, unread));
        Deadline work = Deadline.ofWork(inTime().end());
        times.times(clinic, Set.of(PROVIDER), unread, unread, work);
        assertEquals(2, oscar.requests().count(Endpoint.SOAP_SCHEDULE), "the probe, and what work asked");
        assertEquals(2, oscar.requests().total());
    }

    @Test
    void another_clinic_is_not_answered() {
        assertThrows(
                IllegalArgumentException.class,
                () -> times.times(Fresh.clinic(), Set.of(PROVIDER), TUESDAY, TUESDAY, inTime()));
    }

    @ParameterizedTest
    @CsvSource({"s03, 6", "s04, 0", "s05, 0", "s26, 1"})
    void what_was_recorded_is_read(String name, int stretches) throws IOException {
        String answer = Recording.all().stream()
                .filter(each -> each.name().startsWith(name))
                .map(each -> each.exchange().path("response").path("body").asText())
                .findFirst()
                .orElseThrow();
        SoapElement body = SoapXml.read(answer.getBytes(StandardCharsets.UTF_8))
                .child("Body")
                .orElseThrow();

        List<CodedTime> read = DaySchedule.read(PROVIDER, body.children().get(0), new Zones(TORONTO, TORONTO));

        assertEquals(stretches, read.size(), shown(read));
    }

    @Test
    void the_trial_tells_a_barred_way_from_a_wrong_password() {
        SoapTrial trial = new SoapTrial(means);
        assertEquals(Optional.empty(), trial.at(oscar.baseUrl(), Optional.of(LOGIN), inTime()));
        assertEquals(Optional.empty(), trial.at(oscar.baseUrl(), Optional.empty(), inTime()));
        assertEquals(
                Optional.of(new Trouble.SoapRefused()),
                trial.at(oscar.baseUrl(), Optional.of(new SoapLogin("mara", "guessed")), inTime()));

        oscar.site().setSoapBarred(Optional.of(403));
        assertEquals(
                Optional.of(new Trouble.SoapBlocked(403)), trial.at(oscar.baseUrl(), Optional.of(LOGIN), inTime()));
        assertEquals(Optional.of(new Trouble.SoapBlocked(403)), trial.at(oscar.baseUrl(), Optional.empty(), inTime()));
    }
}
