package ca.vitaravox.domain.booking;

import static ca.vitaravox.domain.Reception.MONDAY;
import static ca.vitaravox.domain.Reception.NOA;
import static ca.vitaravox.domain.Reception.ROBIN;
import static ca.vitaravox.domain.Reception.SETHI;
import static ca.vitaravox.domain.Reception.WEXFORD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.domain.Reception;
import ca.vitaravox.domain.emr.Request;
import ca.vitaravox.domain.emr.Trouble;
import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.AppointmentStatus;
import ca.vitaravox.ports.booking.BookableSlot;
import ca.vitaravox.ports.booking.Booking;
import ca.vitaravox.ports.booking.Moving;
import ca.vitaravox.ports.booking.OpeningSearch;
import ca.vitaravox.ports.booking.SlotId;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.clinic.BookingPolicy;
import ca.vitaravox.ports.patient.IdentityLevel;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A patient who has appointments with other providers already. */
class ElsewhereTest {
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final Wish WITH_WEXFORD =
            Wish.any().with(WEXFORD).from(TUESDAY).forPatient(ROBIN);

    private final Reception reception = new Reception();
    private final Searching searching = new Searching(reception);

    @BeforeEach
    void openings_begin_every_five_minutes() {
        reception.policy(new BookingPolicy(5, Duration.ZERO, Duration.ZERO, 60, 20));
        reception.identified("call", ROBIN, IdentityLevel.VERIFIED, Relationship.SELF);
    }

    @Test
    void a_patient_is_offered_no_time_at_which_they_are_elsewhere_and_may_go_from_one_to_the_other() {
        reception.staffBook(SETHI, ROBIN, TUESDAY, "09:15", 10);
        assertEquals(
                List.of("06-02 09:00 101", "06-02 09:25 101", "06-02 09:30 101"),
                searching.offered("call", WITH_WEXFORD));
        assertEquals(
                "06-02 09:15 101",
                searching
                        .offered("other", Wish.any().with(WEXFORD).from(TUESDAY))
                        .get(0));
    }

    @Test
    void a_minute_in_common_is_too_much() {
        reception.staffBook(SETHI, ROBIN, TUESDAY, "09:14", 12);
        assertEquals("06-02 09:30 101", searching.first("call", WITH_WEXFORD));
    }

    @Test
    void what_was_cancelled_and_what_others_have_is_not_in_the_way() {
        AppointmentId cancelled = reception.staffBook(SETHI, ROBIN, TUESDAY, "09:00", 15);
        reception.emr.become(Reception.CLINIC, cancelled, AppointmentStatus.CANCELLED);
        reception.staffBook(SETHI, NOA, TUESDAY, "09:00", 15);
        assertEquals("06-02 09:00 101", searching.first("call", WITH_WEXFORD));
    }

    @Test
    void the_appointment_about_to_be_moved_is_not_in_the_way_and_others_are() {
        AppointmentId moved = reception.staffBook(SETHI, ROBIN, TUESDAY, "09:00", 15);
        reception.staffBook(SETHI, ROBIN, TUESDAY, "09:30", 15);
        reception.desk.appointmentList().list(reception.call("call"), ROBIN, false);
        assertEquals(
                List.of("06-02 09:00 101", "06-02 09:05 101", "06-02 09:10 101"),
                searching.offered(
                        "call",
                        Wish.any().with(WEXFORD).from(TUESDAY).forPatient(ROBIN).moving(moved)));
    }

    @Test
    void the_patients_appointments_are_read_once_for_a_search_however_far_it_goes() {
        TUESDAY.datesUntil(TUESDAY.plusDays(90)).forEach(day -> {
            reception.staffBook(WEXFORD, NOA, day, "09:00", 180);
            reception.staffBook(SETHI, NOA, day, "09:00", 180);
        });
        searching.find("call", WITH_WEXFORD);
        assertEquals(1, reception.emr.count(Request.PATIENT));
        assertTrue(reception.emr.count(Request.DAY) > 1);
    }

    @Test
    void for_nobody_in_particular_no_patients_appointments_are_read() {
        searching.find("call", Wish.any());
        assertEquals(0, reception.emr.count(Request.PATIENT));
    }

    @Test
    void where_the_patients_appointments_cannot_be_read_nothing_is_offered() {
        reception.emr.trouble(Request.PATIENT, Trouble.SILENT);
        assertEquals(new OpeningSearch.Result.EmrUnavailable(), searching.find("call", WITH_WEXFORD));
    }

    @Test
    void what_is_offered_in_place_of_a_taken_slot_is_not_while_the_patient_is_elsewhere() {
        reception.staffBook(SETHI, ROBIN, TUESDAY, "09:15", 10);
        SlotId slot = searching.slots("call", WITH_WEXFORD).get(0).id();
        reception.staffBook(WEXFORD, NOA, TUESDAY, "09:00", 15);
        Booking.Command command = new Booking.Command(slot, ROBIN, Optional.empty(), true);
        Booking.Result.SlotTaken taken = assertInstanceOf(
                Booking.Result.SlotTaken.class, reception.desk.booking().book(reception.call("call"), command));
        assertEquals(
                List.of("06-02 09:00 102", "06-02 09:25 101", "06-02 09:25 102"), Searching.told(taken.alternatives()));
    }

    @Test
    void an_appointment_is_not_moved_to_where_its_patient_has_another() {
        AppointmentId moved = reception.staffBook(SETHI, ROBIN, TUESDAY, "11:00", 15);
        reception.desk.appointmentList().list(reception.call("call"), ROBIN, false);
        SlotId slot = searching
                .slots("call", Wish.any().with(WEXFORD).from(TUESDAY))
                .get(0)
                .id();
        AppointmentId other = reception.staffBook(SETHI, ROBIN, TUESDAY, "09:10", 15);
        Moving.Command command = new Moving.Command(moved, slot, true, Optional.empty());
        Moving.Result.NotForPatient refused = assertInstanceOf(
                Moving.Result.NotForPatient.class, reception.desk.moving().move(reception.call("call"), command));
        assertEquals("06-02 09:25 101", Searching.told(refused.alternatives()).get(0));
        reception.emr.become(Reception.CLINIC, other, AppointmentStatus.CANCELLED);
        assertInstanceOf(Moving.Result.Moved.class, reception.desk.moving().move(reception.call("call"), command));
    }

    @Test
    void whatever_the_patient_has_nothing_is_offered_over_it_and_nothing_else_is_left_out() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        for (int day = 1; day <= 25; day++) {
            LocalDate date = MONDAY.plusDays(day);
            List<TimeRange> own = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                String start = "%02d:%02d".formatted(8 + random.nextInt(4), random.nextInt(60));
                int minutes = 1 + random.nextInt(60);
                reception.staffBook(SETHI, ROBIN, date, start, minutes);
                own.add(TimeRange.from(Reception.at(date, start), Duration.ofMinutes(minutes)));
            }
            reception.pass(RecentReads.KEPT);
            Wish wish = Wish.any().with(WEXFORD).on(date).forPatient(ROBIN);
            List<BookableSlot> offered = searching.find("call", wish) instanceof OpeningSearch.Result.Offered result
                    ? result.slots()
                    : List.of();
            assertEquals(freeOf(own, date), Searching.told(offered), () -> "-Dseed=" + seed);
        }
        assertTrue(reception.live() > 0);
    }

    /** The first three times of Doctor Wexford's morning at which the patient is not elsewhere. */
    private static List<String> freeOf(List<TimeRange> own, LocalDate day) {
        List<String> free = new ArrayList<>();
        boolean works = day.getDayOfWeek().getValue() <= 5;
        for (int minute = 0; works && minute <= 165 && free.size() < 3; minute += 5) {
            String start = "%02d:%02d".formatted(9 + minute / 60, minute % 60);
            TimeRange time = TimeRange.from(Reception.at(day, start), Duration.ofMinutes(15));
            if (own.stream().noneMatch(time::overlaps)) {
                free.add("%tm-%<td %s 101".formatted(day, start));
            }
        }
        return free;
    }
}
