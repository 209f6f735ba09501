package ca.vitaravox.ports.contract.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.booking.ScheduleSettings;
import ca.vitaravox.ports.booking.Schedules;
import ca.vitaravox.ports.booking.WeeklyShift;
import ca.vitaravox.ports.booking.WorkingTime;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.clinic.VisitTypeCode;
import ca.vitaravox.ports.contract.Fresh;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@link Schedules} and {@link ScheduleSettings}, which writes what it reads, promise. */
public abstract class SchedulesContract {
    /** Two providers of the clinics. */
    protected static final ProviderId DOCTOR = new ProviderId("101");

    protected static final ProviderId OTHER_DOCTOR = new ProviderId("102");
    private static final Set<ProviderId> BOTH = Set.of(DOCTOR, OTHER_DOCTOR);
    private static final LocalDate MONDAY = LocalDate.of(2026, 5, 4);
    private static final LocalDate SUNDAY = MONDAY.plusDays(6);

    private Schedules schedules;
    private ScheduleSettings settings;
    private ClinicId clinic;

    /** The schedules. */
    protected abstract Schedules schedules();

    /** What writes the schedules. */
    protected abstract ScheduleSettings scheduleSettings();

    /** A deadline that leaves time enough. */
    protected abstract Deadline inTime();

    /** A clinic that no other test knows, with both providers and no schedules. */
    protected ClinicId newClinic() {
        return Fresh.clinic();
    }

    /** Such a clinic that is closed on this day, where clinics have closures. */
    protected ClinicId newClinicClosedOn(LocalDate day) {
        return newClinic();
    }

    @BeforeEach
    void open() {
        schedules = schedules();
        settings = scheduleSettings();
        clinic = newClinic();
    }

    private static WeeklyShift shift(DayOfWeek day, String from, String to, String... visitTypes) {
        return new WeeklyShift(day, LocalTime.parse(from), LocalTime.parse(to), codes(visitTypes));
    }

    private static Set<VisitTypeCode> codes(String... codes) {
        return Set.copyOf(List.of(codes).stream().map(VisitTypeCode::new).toList());
    }

    private static WorkingTime on(LocalDate day, ProviderId who, String from, String to, String... visitTypes) {
        return new WorkingTime(
                who, day.atTime(LocalTime.parse(from)), day.atTime(LocalTime.parse(to)), codes(visitTypes));
    }

    private void save(ProviderId provider, WeeklyShift... shifts) {
        settings.save(clinic, provider, List.of(shifts));
    }

    private List<WorkingTime> working(LocalDate first, LocalDate last) {
        return schedules.working(clinic, BOTH, first, last, inTime());
    }

    @Test
    void nobody_works_without_a_schedule() {
        assertEquals(List.of(), working(MONDAY, SUNDAY));
    }

    @Test
    void a_shift_is_worked_on_its_weekday_every_week() {
        save(DOCTOR, shift(DayOfWeek.WEDNESDAY, "09:00", "12:30"));
        assertEquals(
                List.of(
                        on(MONDAY.plusDays(2), DOCTOR, "09:00", "12:30"),
                        on(MONDAY.plusDays(9), DOCTOR, "09:00", "12:30")),
                working(MONDAY, SUNDAY.plusDays(7)));
    }

    @Test
    void the_first_and_the_last_day_count_and_no_others() {
        save(
                DOCTOR,
                shift(DayOfWeek.MONDAY, "09:00", "10:00"),
                shift(DayOfWeek.TUESDAY, "09:00", "10:00"),
                shift(DayOfWeek.WEDNESDAY, "09:00", "10:00"),
                shift(DayOfWeek.THURSDAY, "09:00", "10:00"));
        assertEquals(
                List.of(
                        on(MONDAY.plusDays(1), DOCTOR, "09:00", "10:00"),
                        on(MONDAY.plusDays(2), DOCTOR, "09:00", "10:00")),
                working(MONDAY.plusDays(1), MONDAY.plusDays(2)));
        assertEquals(List.of(on(MONDAY, DOCTOR, "09:00", "10:00")), working(MONDAY, MONDAY));
    }

    @Test
    void working_times_are_sorted_by_start_across_providers() {
        save(DOCTOR, shift(DayOfWeek.TUESDAY, "13:00", "17:00"), shift(DayOfWeek.MONDAY, "10:00", "12:00"));
        save(OTHER_DOCTOR, shift(DayOfWeek.MONDAY, "08:00", "09:00"), shift(DayOfWeek.TUESDAY, "12:00", "15:00"));
        assertEquals(
                List.of(
                        on(MONDAY, OTHER_DOCTOR, "08:00", "09:00"),
                        on(MONDAY, DOCTOR, "10:00", "12:00"),
                        on(MONDAY.plusDays(1), OTHER_DOCTOR, "12:00", "15:00"),
                        on(MONDAY.plusDays(1), DOCTOR, "13:00", "17:00")),
                working(MONDAY, SUNDAY));
    }

    @Test
    void only_the_providers_asked_about_are_told() {
        save(DOCTOR, shift(DayOfWeek.MONDAY, "10:00", "12:00"));
        save(OTHER_DOCTOR, shift(DayOfWeek.MONDAY, "08:00", "09:00"));
        assertEquals(
                List.of(on(MONDAY, DOCTOR, "10:00", "12:00")),
                schedules.working(clinic, Set.of(DOCTOR), MONDAY, SUNDAY, inTime()));
        assertEquals(List.of(), schedules.working(clinic, Set.of(), MONDAY, SUNDAY, inTime()));
    }

    @Test
    void a_shift_keeps_what_may_be_booked_in_it() {
        save(DOCTOR, shift(DayOfWeek.MONDAY, "09:00", "10:00", "phone", "follow_up"));
        assertEquals(List.of(on(MONDAY, DOCTOR, "09:00", "10:00", "phone", "follow_up")), working(MONDAY, SUNDAY));
    }

    @Test
    void shifts_may_touch() {
        save(DOCTOR, shift(DayOfWeek.MONDAY, "10:00", "12:00", "phone"), shift(DayOfWeek.MONDAY, "09:00", "10:00"));
        assertEquals(
                List.of(on(MONDAY, DOCTOR, "09:00", "10:00"), on(MONDAY, DOCTOR, "10:00", "12:00", "phone")),
                working(MONDAY, SUNDAY));
    }

    @ParameterizedTest
    @CsvSource({"09:00, 10:00", "08:00, 09:01", "09:59, 11:00", "09:15, 09:30", "08:00, 11:00"})
    void shifts_that_overlap_are_refused_and_nothing_changes(String from, String to) {
        save(DOCTOR, shift(DayOfWeek.FRIDAY, "09:00", "10:00"));
        WeeklyShift one = shift(DayOfWeek.MONDAY, "09:00", "10:00");
        assertThrows(
                IllegalArgumentException.class, () -> save(DOCTOR, one, shift(DayOfWeek.MONDAY, from, to, "phone")));
        assertEquals(List.of(on(MONDAY.plusDays(4), DOCTOR, "09:00", "10:00")), working(MONDAY, SUNDAY));
    }

    @Test
    void shifts_of_different_days_or_providers_do_not_overlap() {
        save(DOCTOR, shift(DayOfWeek.MONDAY, "09:00", "10:00"), shift(DayOfWeek.TUESDAY, "09:00", "10:00"));
        save(OTHER_DOCTOR, shift(DayOfWeek.MONDAY, "09:00", "10:00"));
        assertEquals(3, working(MONDAY, SUNDAY).size());
    }

    @Test
    void saving_replaces_the_providers_shifts_and_no_others() {
        save(DOCTOR, shift(DayOfWeek.MONDAY, "09:00", "10:00"));
        save(OTHER_DOCTOR, shift(DayOfWeek.MONDAY, "11:00", "12:00"));
        save(DOCTOR, shift(DayOfWeek.MONDAY, "09:30", "10:30"));
        assertEquals(
                List.of(on(MONDAY, DOCTOR, "09:30", "10:30"), on(MONDAY, OTHER_DOCTOR, "11:00", "12:00")),
                working(MONDAY, SUNDAY));
        save(DOCTOR);
        assertEquals(List.of(on(MONDAY, OTHER_DOCTOR, "11:00", "12:00")), working(MONDAY, SUNDAY));
    }

    @Test
    void closures_are_not_taken_out() {
        clinic = newClinicClosedOn(MONDAY);
        save(DOCTOR, shift(DayOfWeek.MONDAY, "09:00", "10:00"));
        assertEquals(List.of(on(MONDAY, DOCTOR, "09:00", "10:00")), working(MONDAY, SUNDAY));
    }

    @Test
    void another_clinic_sees_none_of_it() {
        save(DOCTOR, shift(DayOfWeek.MONDAY, "09:00", "10:00"));
        clinic = newClinic();
        assertEquals(List.of(), working(MONDAY, SUNDAY));
    }

    @Test
    void shifts_are_read_in_order_and_changed_as_they_are_kept() {
        WeeklyShift late = shift(DayOfWeek.MONDAY, "13:00", "17:00", "phone");
        WeeklyShift early = shift(DayOfWeek.MONDAY, "09:00", "12:00");
        WeeklyShift friday = shift(DayOfWeek.FRIDAY, "08:00", "09:00");
        save(DOCTOR, friday, late, early);
        settings.change(clinic, DOCTOR, kept -> {
            assertEquals(List.of(early, late, friday), kept);
            return List.of(late, early);
        });
        assertEquals(List.of(early, late), settings.shifts(clinic, DOCTOR));
        assertEquals(List.of(), settings.shifts(clinic, OTHER_DOCTOR));
        assertEquals(Map.of(DOCTOR, List.of(early, late)), settings.everybodys(clinic));
        assertThrows(
                IllegalStateException.class,
                () -> settings.change(clinic, DOCTOR, kept -> {
                    throw new IllegalStateException("changed my mind");
                }));
        assertEquals(List.of(early, late), settings.shifts(clinic, DOCTOR));
    }
}
