package ca.vitaravox.domain.booking;

import static ca.vitaravox.domain.Reception.CLINIC;
import static ca.vitaravox.domain.Reception.HOLIDAY;
import static ca.vitaravox.domain.Reception.MONDAY;
import static ca.vitaravox.domain.Reception.NOA;
import static ca.vitaravox.domain.Reception.ROBIN;
import static ca.vitaravox.domain.Reception.SETHI;
import static ca.vitaravox.domain.Reception.WEXFORD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import ca.vitaravox.domain.Reception;
import ca.vitaravox.domain.emr.Request;
import ca.vitaravox.domain.emr.Trouble;
import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.AppointmentList;
import ca.vitaravox.ports.booking.AppointmentStatus;
import ca.vitaravox.ports.booking.OpeningSearch.Result;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.booking.WeeklyShift;
import ca.vitaravox.ports.clinic.Closure;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.clinic.Province;
import ca.vitaravox.ports.patient.IdentityLevel;
import ca.vitaravox.ports.patient.PatientId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What schedule, appointments and closures leave open. */
class OpeningsLeftTest {
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);

    private final Reception reception = new Reception();
    private final Searching searching = new Searching(reception);

    @Test
    void on_a_day_the_clinic_is_closed_nobody_has_an_opening() {
        closed(new Closure(MONDAY, TUESDAY, "Flood", Optional.empty()));
        assertEquals("06-03 09:00 101", searching.first("call", Wish.any()));
    }

    @Test
    void on_a_day_a_provider_is_away_the_others_have_openings() {
        closed(new Closure(MONDAY, TUESDAY, "Holiday", Optional.of(WEXFORD)));
        assertEquals("06-01 10:00 102", searching.first("call", Wish.any()));
        assertEquals("06-03 09:00 101", searching.first("call", Wish.any().with(WEXFORD)));
    }

    @Test
    void on_a_holiday_of_the_province_the_clinic_observes_nobody_has_an_opening() {
        assertEquals("06-02 09:00 101", searching.first("call", Wish.any().from(HOLIDAY)));
        reception.settings(draft -> draft.holidays = Optional.of(Province.ONTARIO));
        assertEquals("06-03 09:00 101", searching.first("call", Wish.any().from(HOLIDAY)));
        reception.settings(draft -> draft.holidays = Optional.of(Province.BRITISH_COLUMBIA));
        assertEquals("06-02 09:00 101", searching.first("call", Wish.any().from(HOLIDAY)));
    }

    private static Closure part(LocalDate day, String from, String to, Optional<ProviderId> who) {
        return new Closure(
                day, day, Optional.of(new Closure.Hours(LocalTime.parse(from), LocalTime.parse(to))), "Training", who);
    }

    @Test
    void a_visit_ends_when_a_closed_part_of_the_day_begins_or_begins_when_it_ends() {
        closed(part(TUESDAY, "09:15", "11:45", Optional.empty()));
        assertEquals(
                List.of("06-02 09:00 101", "06-02 11:45 101", "06-03 09:00 101"),
                searching.offered("call", Wish.any().with(WEXFORD).from(TUESDAY)));
        closed(part(TUESDAY, "09:14", "11:46", Optional.empty()));
        assertEquals(
                "06-03 09:00 101",
                searching.first("call", Wish.any().with(WEXFORD).from(TUESDAY)));
    }

    @Test
    void in_the_part_of_a_day_a_provider_is_away_the_others_have_openings() {
        closed(part(MONDAY, "08:00", "00:00", Optional.of(WEXFORD)));
        assertEquals("06-01 10:00 102", searching.first("call", Wish.any()));
        assertEquals("06-02 09:00 101", searching.first("call", Wish.any().with(WEXFORD)));
    }

    private void closed(Closure closure) {
        reception.settings(draft -> draft.closures = List.of(closure));
    }

    @Test
    void what_staff_put_into_the_day_takes_its_time() {
        reception.staffBook(WEXFORD, NOA, MONDAY, "10:05", 15);
        assertEquals(
                List.of("06-01 10:30 101", "06-01 10:45 101", "06-01 11:00 101"),
                searching.offered("call", Wish.any().with(WEXFORD)));
    }

    @Test
    void time_that_is_merely_blocked_is_taken() {
        put(Optional.empty(), AppointmentStatus.BOOKED);
        assertEquals("06-01 10:00 102", searching.first("call", Wish.any()));
    }

    @ParameterizedTest
    @EnumSource(AppointmentStatus.class)
    void all_but_cancelled_appointments_take_their_time(AppointmentStatus status) {
        put(Optional.of(NOA), status);
        String first = status == AppointmentStatus.CANCELLED ? "06-01 10:00 101" : "06-01 10:00 102";
        assertEquals(first, searching.first("call", Wish.any()));
    }

    private AppointmentId put(Optional<PatientId> patient, AppointmentStatus status) {
        return reception.emr.put(
                CLINIC,
                new Appointment(
                        new AppointmentId("staff"),
                        WEXFORD,
                        patient,
                        TimeRange.from(Reception.at(MONDAY, "10:00"), Duration.ofMinutes(15)),
                        "",
                        status,
                        Optional.empty()));
    }

    @Test
    void an_appointment_about_to_be_moved_does_not_take_its_own_time() {
        AppointmentId own = reception.staffBook(WEXFORD, ROBIN, MONDAY, "10:00", 15);
        reception.identified("call", ROBIN, IdentityLevel.VERIFIED, Relationship.SELF);
        assertEquals(
                new Result.AppointmentNotFound(),
                searching.find("call", Wish.any().moving(own)));
        assertInstanceOf(
                AppointmentList.Result.Listed.class,
                reception.desk.appointmentList().list(reception.call("call"), ROBIN, false));
        assertEquals("06-01 10:00 101", searching.first("call", Wish.any().moving(own)));
        assertEquals(
                "06-01 10:00 102",
                searching.first("call", Wish.any().with(SETHI).moving(own)));
        assertEquals(
                new Result.AppointmentNotFound(),
                searching.find("other", Wish.any().moving(own)));
    }

    @Test
    void an_appointment_of_another_patient_than_the_one_searched_for_is_not_about_to_be_moved() {
        AppointmentId robins = reception.staffBook(WEXFORD, ROBIN, MONDAY, "10:00", 15);
        reception.identified("call", ROBIN, IdentityLevel.VERIFIED, Relationship.SELF);
        reception.identified("call", NOA, IdentityLevel.VERIFIED, Relationship.PARENT);
        reception.desk.appointmentList().list(reception.call("call"), ROBIN, false);
        assertEquals(
                new Result.AppointmentNotFound(),
                searching.find("call", Wish.any().forPatient(NOA).moving(robins)));
        assertEquals(
                "06-01 10:00 101",
                searching.first("call", Wish.any().forPatient(ROBIN).moving(robins)));
    }

    @Test
    void a_provider_callers_may_not_book_has_no_openings_whatever_the_schedule() {
        reception.emr.save(
                CLINIC,
                new ProviderId("103"),
                List.of(new WeeklyShift(DayOfWeek.MONDAY, LocalTime.of(8, 0), LocalTime.of(12, 0), Set.of())));
        assertEquals(
                List.of("06-01 10:00 101", "06-01 10:00 102", "06-01 10:15 101"),
                searching.offered("call", Wish.any()));
    }

    @Test
    void appointments_of_a_provider_the_clinic_does_not_know_are_in_nobodys_way() {
        reception.staffBook(new ProviderId("999"), NOA, MONDAY, "10:00", 120);
        assertEquals("06-01 10:00 101", searching.first("call", Wish.any()));
    }

    @ParameterizedTest
    @EnumSource(
            value = Request.class,
            names = {"DAY", "WORKING"})
    void without_the_emr_nothing_is_offered(Request request) {
        reception.emr.trouble(request, Trouble.DOWN);
        assertEquals(new Result.EmrUnavailable(), searching.find("call", Wish.any()));
        assertEquals(List.of(), searching.held());
    }

    @Test
    void no_more_is_read_than_is_needed() {
        fullFrom(MONDAY.plusDays(1), 60);
        reception.staffBook(WEXFORD, NOA, MONDAY, "10:00", 120);
        reception.staffBook(SETHI, NOA, MONDAY, "10:00", 75);
        assertEquals(
                List.of("06-01 11:15 102", "06-01 11:30 102", "06-01 11:45 102"),
                searching.offered("call", Wish.any()));
        assertEquals(2, reception.emr.count(Request.DAY), "June of each provider");
    }

    @Test
    void what_was_found_is_offered_though_the_emr_falls_silent_further_on() {
        fullFrom(MONDAY.plusDays(1), 30);
        reception.staffBook(WEXFORD, NOA, MONDAY, "10:00", 120);
        reception.staffBook(SETHI, NOA, MONDAY, "10:00", 90);
        afterReads(2, () -> reception.emr.trouble(Request.DAY, Trouble.SILENT));
        assertEquals(List.of("06-01 11:30 102", "06-01 11:45 102"), searching.offered("call", Wish.any()));
    }

    @Test
    void the_openings_of_others_are_offered_though_one_providers_days_cannot_be_read() {
        reception.emr.trouble(Request.DAY, Trouble.SILENT);
        afterReads(1, () -> reception.emr.trouble(Request.DAY, Trouble.NONE));
        List<String> offered = searching.offered("call", Wish.any());
        String provider = offered.get(0).substring("06-01 10:00 ".length());
        assertEquals(List.of("06-01 10:00 " + provider, "06-01 10:15 " + provider, "06-01 10:30 " + provider), offered);
    }

    @Test
    void nobody_is_told_of_a_later_month_or_of_nothing_while_one_providers_days_cannot_be_read() {
        LocalDate endOfJune = LocalDate.of(2026, 6, 30);
        fullFrom(MONDAY, 30);
        reception.emr.trouble(Request.DAY, Trouble.SILENT);
        afterReads(1, () -> reception.emr.trouble(Request.DAY, Trouble.NONE));
        assertEquals(new Result.EmrUnavailable(), searching.find("call", Wish.any()));
        assertEquals(2, reception.emr.count(Request.DAY));
        reception.pass(RecentReads.KEPT);
        reception.emr.trouble(Request.DAY, Trouble.SILENT);
        afterReads(1, () -> reception.emr.trouble(Request.DAY, Trouble.NONE));
        assertEquals(
                new Result.EmrUnavailable(), searching.find("call", Wish.any().until(endOfJune)));
    }

    /** Something that happens once so many reads were made. */
    private void afterReads(int many, Runnable happening) {
        reception.emr.before(Request.DAY, many == 0 ? happening : () -> afterReads(many - 1, happening));
    }

    private void fullFrom(LocalDate first, int days) {
        first.datesUntil(first.plusDays(days)).forEach(day -> {
            reception.staffBook(WEXFORD, NOA, day, "09:00", 180);
            reception.staffBook(SETHI, NOA, day, "09:00", 180);
        });
    }

    @Test
    void a_schedule_that_tells_of_days_nobody_asked_for_opens_none_of_them() {
        TwistedEmr emr = new TwistedEmr(reception);
        emr.daysTooMany = 30;
        Result tuesday = emr.desk()
                .openingSearch()
                .find(reception.call("call"), Wish.any().on(TUESDAY).query());
        Result.Offered offered = assertInstanceOf(Result.Offered.class, tuesday);
        assertEquals("06-02 09:00 101", Searching.told(offered.slots()).get(0));
        closed(new Closure(TUESDAY, TUESDAY, "Flood", Optional.empty()));
        assertInstanceOf(
                Result.Nothing.class,
                emr.desk()
                        .openingSearch()
                        .find(reception.call("call"), Wish.any().on(TUESDAY).query()));
    }

    @Test
    void openings_keep_to_the_wall_clock_across_a_change_of_it() {
        // clocks in Toronto go back on Sunday 1 November 2026, and forward on Sunday 8 March 2026
        reception.now.set(Reception.at(LocalDate.of(2026, 10, 31), "20:00"));
        sundays();
        assertEquals("11-01 09:00 101", searching.first("call", Wish.any()));
        reception.now.set(Reception.at(LocalDate.of(2026, 3, 7), "20:00"));
        assertEquals("03-08 09:00 101", searching.first("call", Wish.any()));
    }

    private void sundays() {
        reception.emr.save(
                CLINIC,
                WEXFORD,
                List.of(new WeeklyShift(DayOfWeek.SUNDAY, LocalTime.of(9, 0), LocalTime.of(12, 0), Set.of())));
    }
}
