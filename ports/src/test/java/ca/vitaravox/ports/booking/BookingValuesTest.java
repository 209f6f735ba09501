package ca.vitaravox.ports.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.clinic.VisitTypeCode;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.ports.patient.PatientId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BookingValuesTest {
    private static final Instant NINE = Instant.parse("2026-03-03T17:00:00Z");
    private static final TimeRange QUARTER = TimeRange.from(NINE, Duration.ofMinutes(15));
    private static final VisitTypeCode PHONE = new VisitTypeCode("phone");

    @Test
    void a_time_range_ends_after_it_begins() {
        assertEquals(Duration.ofMinutes(15), QUARTER.length());
        assertEquals(NINE.plusSeconds(900), QUARTER.end());
        assertThrows(IllegalArgumentException.class, () -> new TimeRange(NINE, NINE));
        assertThrows(IllegalArgumentException.class, () -> new TimeRange(NINE, NINE.minusNanos(1)));
        assertThrows(IllegalArgumentException.class, () -> TimeRange.from(NINE, Duration.ofMinutes(-15)));
    }

    @ParameterizedTest
    @CsvSource({
        "-15, 15, false",
        "-15, 16, true",
        "0, 15, true",
        "5, 5, true",
        "-5, 60, true",
        "14, 15, true",
        "15, 15, false",
        "60, 15, false",
        "-60, 15, false"
    })
    void ranges_overlap_when_they_share_a_moment(int startsAfter, int minutes, boolean overlap) {
        TimeRange other = TimeRange.from(NINE.plusSeconds(60L * startsAfter), Duration.ofMinutes(minutes));
        assertEquals(overlap, QUARTER.overlaps(other));
        assertEquals(overlap, other.overlaps(QUARTER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abcd", "0123", "a1b2c3d4e5f6"})
    void a_slot_id_is_four_to_twelve_lower_case_letters_and_digits(String id) {
        assertEquals(id, new SlotId(id).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "a1b2c3d4e5f67", "ABCD", "ab-cd", "ab cd", "abcé"})
    void anything_else_is_no_slot_id(String id) {
        assertThrows(IllegalArgumentException.class, () -> new SlotId(id));
    }

    @Test
    void an_appointment_id_has_one_to_forty_characters() {
        assertEquals("x".repeat(40), new AppointmentId("x".repeat(40)).toString());
        assertThrows(IllegalArgumentException.class, () -> new AppointmentId("x".repeat(41)));
        assertThrows(IllegalArgumentException.class, () -> new AppointmentId(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "00:00, MORNING",
        "11:59:59, MORNING",
        "12:00, AFTERNOON",
        "16:59:59, AFTERNOON",
        "17:00, EVENING",
        "23:59:59, EVENING"
    })
    void every_time_is_in_one_part_of_the_day(LocalTime start, PartOfDay part) {
        for (PartOfDay each : PartOfDay.values()) {
            assertEquals(each == part || each == PartOfDay.ANY, each.contains(start), each.name());
        }
    }

    @ParameterizedTest
    @EnumSource(AppointmentStatus.class)
    void all_but_cancelled_appointments_take_time(AppointmentStatus status) {
        Appointment appointment = new Appointment(
                Fresh.appointment(), new ProviderId("101"), Optional.empty(), QUARTER, "", status, Optional.empty());
        assertEquals(status != AppointmentStatus.CANCELLED, appointment.takesTime());
    }

    @ParameterizedTest
    @CsvSource({",, true", ", 1, true", "1,, true", "1, 1, true", "1, 2, false"})
    void a_hold_gives_way_to_its_own_call_unless_it_is_for_another_patient(String heldFor, String by, boolean yields) {
        var call = Fresh.call();
        Optional<PatientId> searchedFor = patient(by);
        HoldLedger.Block hold =
                new HoldLedger.Block(call, patient(heldFor), new ProviderId("101"), QUARTER, PHONE, true);
        assertEquals(yields, hold.yieldsTo(call, searchedFor));
        assertFalse(hold.yieldsTo(Fresh.call(), searchedFor));
        HoldLedger.Block write =
                new HoldLedger.Block(call, patient(heldFor), new ProviderId("101"), QUARTER, PHONE, false);
        assertFalse(write.yieldsTo(call, searchedFor));
    }

    private static Optional<PatientId> patient(String id) {
        return Optional.ofNullable(id).map(PatientId::new);
    }

    @Test
    void a_shift_and_a_working_time_end_after_they_begin() {
        LocalTime nine = LocalTime.of(9, 0);
        LocalDateTime mondayAtNine = LocalDateTime.of(2026, 3, 2, 9, 0);
        assertThrows(IllegalArgumentException.class, () -> new WeeklyShift(DayOfWeek.MONDAY, nine, nine, Set.of()));
        assertThrows(
                IllegalArgumentException.class,
                () -> new WorkingTime(new ProviderId("101"), mondayAtNine, mondayAtNine, Set.of()));
    }

    @Test
    void a_working_time_without_visit_types_allows_all() {
        LocalDateTime nine = LocalDateTime.of(2026, 3, 2, 9, 0);
        ProviderId doctor = new ProviderId("101");
        assertTrue(new WorkingTime(doctor, nine, nine.plusHours(1), Set.of()).allows(PHONE));
        assertTrue(new WorkingTime(doctor, nine, nine.plusHours(1), Set.of(PHONE)).allows(PHONE));
        Set<VisitTypeCode> urgent = Set.of(new VisitTypeCode("urgent"));
        assertFalse(new WorkingTime(doctor, nine, nine.plusHours(1), urgent).allows(PHONE));
    }
}
