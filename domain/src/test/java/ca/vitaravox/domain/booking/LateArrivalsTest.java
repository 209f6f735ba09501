package ca.vitaravox.domain.booking;

import static ca.vitaravox.domain.Reception.CLINIC;
import static ca.vitaravox.domain.Reception.MONDAY;
import static ca.vitaravox.domain.Reception.NOA;
import static ca.vitaravox.domain.Reception.ROBIN;
import static ca.vitaravox.domain.Reception.WEXFORD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import ca.vitaravox.domain.FrontDesk;
import ca.vitaravox.domain.Reception;
import ca.vitaravox.domain.emr.Request;
import ca.vitaravox.domain.emr.Trouble;
import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.AppointmentList;
import ca.vitaravox.ports.booking.AppointmentStatus;
import ca.vitaravox.ports.booking.Booking;
import ca.vitaravox.ports.booking.Moving;
import ca.vitaravox.ports.booking.SlotId;
import ca.vitaravox.ports.call.CallNews;
import ca.vitaravox.ports.patient.IdentityLevel;
import ca.vitaravox.ports.task.Task;
import ca.vitaravox.ports.task.TaskKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Writes that arrive after their slot has come to its end. */
class LateArrivalsTest {
    private static final Duration TWO_MINUTES = Duration.ofMinutes(2);

    private final Reception reception = new Reception();
    private FrontDesk desk = reception.desk;
    private SlotId slot;

    @BeforeEach
    void a_caller_was_offered_slots() {
        reception.identified("call", ROBIN, IdentityLevel.VERIFIED, Relationship.SELF);
        slot = reception.search("call").get(0).id();
    }

    @Test
    void what_an_emr_took_twice_is_booked_once_two_minutes_later() {
        Booking.Result.Booked booked = assertInstanceOf(Booking.Result.Booked.class, book());
        finishLater(Duration.ofSeconds(100));
        arrivesAgain();
        finishLater(Duration.ofSeconds(19));
        assertEquals(2, reception.live());
        finishLater(Duration.ofSeconds(1));
        assertEquals(List.of(booked.appointment().id()), live());
        assertEquals(List.of(), tasks());
    }

    @Test
    void what_was_booked_is_looked_at_until_then_though_the_call_is_over() {
        Booking.Result.Booked booked = assertInstanceOf(Booking.Result.Booked.class, book());
        hangUp();
        finishLater(Duration.ofSeconds(1));
        arrivesAgain();
        finishLater(TWO_MINUTES);
        assertEquals(List.of(booked.appointment().id()), live());
        assertEquals(0, finishLater(Duration.ofHours(1)));
    }

    @Test
    void what_yielded_to_the_front_desk_yields_when_it_arrives_once_more() {
        reception.emr.before(Request.BOOK, this::staffAreQuicker);
        assertInstanceOf(Booking.Result.SlotTaken.class, book());
        arrivesAgain();
        finishLater(TWO_MINUTES);
        assertEquals(List.of(), reception.overlapping());
        assertEquals(List.of(), tasks());
    }

    @Test
    void what_was_taken_back_after_the_call_is_taken_back_when_it_arrives_once_more() {
        pendingThoughWritten();
        hangUp();
        finishLater(Duration.ofSeconds(10));
        arrivesAgain();
        finishLater(TWO_MINUTES);
        assertEquals(List.of(), live());
        assertEquals(List.of(TaskKind.BOOKING_UNDONE), tasks());
    }

    @Test
    void a_write_that_arrives_after_it_was_given_up_is_taken_back() {
        reception.emr.trouble(Request.BOOK, Trouble.SILENT);
        book();
        reception.pass(Duration.ofSeconds(115));
        reception.emr.trouble(Request.BOOK, Trouble.LATE);
        assertInstanceOf(Booking.Result.Pending.class, book());
        finishLater(Duration.ofSeconds(10));
        reception.emr.trouble(Request.BOOK, Trouble.NONE).lateWritesArrive();
        finishLater(TWO_MINUTES);
        assertEquals(List.of(), live());
    }

    @Test
    void whom_the_front_desk_books_over_an_appointment_its_patient_was_told_of_is_for_staff_to_settle() {
        book();
        reception.staffBook(WEXFORD, NOA, MONDAY, "10:05", 15);
        finishLater(TWO_MINUTES);
        assertEquals(2, reception.live());
        assertEquals(List.of(TaskKind.DOUBLE_BOOKED), tasks());
    }

    @Test
    void what_another_slot_became_is_not_taken_for_a_late_arrival() {
        TwistedEmr forgetful = new TwistedEmr(reception);
        forgetful.day = LateArrivalsTest::withoutReferences;
        desk = forgetful.desk();
        reception.emr.before(Request.BOOK, this::staffAreQuicker);
        assertInstanceOf(Booking.Result.SlotTaken.class, book());
        reception.emr.before(Request.BOOK, () -> {});
        staffs().forEach(each -> reception.emr.become(CLINIC, each, AppointmentStatus.CANCELLED));
        slot = reception.search("call").get(0).id();
        Booking.Result.Booked booked = assertInstanceOf(Booking.Result.Booked.class, book());
        finishLater(TWO_MINUTES);
        assertEquals(List.of(booked.appointment().id()), live());
    }

    @Test
    void a_caller_who_hung_up_before_hearing_that_nothing_came_of_it_is_phoned() {
        reception.emr.before(Request.BOOK, () -> {
            staffAreQuicker();
            reception.pass(Duration.ofMillis(3760));
        });
        assertInstanceOf(Booking.Result.Pending.class, book());
        finishLater(TWO_MINUTES);
        assertEquals(List.of(), tasks());
        hangUp();
        finishLater(TWO_MINUTES);
        assertEquals(List.of(TaskKind.BOOKING_UNDONE), tasks());
        assertEquals(0, finishLater(Duration.ofHours(1)));
    }

    @Test
    void a_call_that_ends_while_its_booking_is_looked_back_at_is_not_forgotten() {
        pendingThoughWritten();
        finishLater(Duration.ofSeconds(10));
        reception.emr.before(Request.DAY, this::hangUp);
        finishLater(TWO_MINUTES);
        reception.emr.before(Request.DAY, () -> {});
        assertEquals(1, reception.live());
        finishLater(Duration.ofSeconds(1));
        assertEquals(List.of(), live());
        assertEquals(List.of(TaskKind.BOOKING_UNDONE), tasks());
    }

    @Test
    void what_is_being_taken_back_is_told_to_nobody_who_asks_again() {
        reception.emr.before(Request.BOOK, this::staffAreQuicker);
        assertInstanceOf(Booking.Result.SlotTaken.class, book());
        staffs().forEach(each -> reception.emr.become(CLINIC, each, AppointmentStatus.CANCELLED));
        arrivesAgain();
        reception
                .emr
                .before(Request.BOOK, () -> {})
                .before(Request.CANCEL, () -> assertInstanceOf(Booking.Result.Pending.class, book()));
        finishLater(TWO_MINUTES);
        assertEquals(List.of(), live());
        assertEquals(List.of(), tasks());
    }

    @Test
    void a_move_that_arrives_after_another_was_made_and_is_heard_of_is_for_staff_to_settle() {
        Booking.Result.Booked booked = assertInstanceOf(Booking.Result.Booked.class, book());
        AppointmentId first = booked.appointment().id();
        reception.emr.trouble(Request.BOOK, Trouble.LATE);
        assertInstanceOf(Moving.Result.Pending.class, move(first));
        finishLater(Duration.ofSeconds(10));
        reception.emr.trouble(Request.BOOK, Trouble.NONE);
        assertInstanceOf(Moving.Result.Moved.class, move(first));
        reception.emr.lateWritesArrive();
        AppointmentList.Result.Listed heard = assertInstanceOf(
                AppointmentList.Result.Listed.class, desk.appointmentList().list(reception.call("call"), ROBIN, false));
        assertEquals(2, heard.appointments().size());
        finishLater(TWO_MINUTES);
        assertEquals(2, reception.live(), "nobody is told that it stands and then loses it");
        assertEquals(List.of(TaskKind.HALF_MOVED), tasks());
    }

    /** To the first time that there is. */
    private Moving.Result move(AppointmentId appointment) {
        SlotId to = reception.search("call").get(0).id();
        return desk.moving().move(reception.call("call"), new Moving.Command(appointment, to, true, Optional.empty()));
    }

    private Booking.Result book() {
        return desk.booking().book(reception.call("call"), new Booking.Command(slot, ROBIN, Optional.empty(), false));
    }

    /** The EMR took the write, but could not be read afterwards. */
    private void pendingThoughWritten() {
        reception.emr.before(Request.BOOK, () -> reception.emr.trouble(Request.DAY, Trouble.SILENT));
        assertInstanceOf(Booking.Result.Pending.class, book());
        reception.emr.before(Request.BOOK, () -> {}).trouble(Request.DAY, Trouble.NONE);
    }

    private void staffAreQuicker() {
        reception.staffBook(WEXFORD, NOA, MONDAY, "10:00", 15);
    }

    /** Somewhere on the way a request was sent twice. */
    private void arrivesAgain() {
        Appointment ours = reception.emr.everything(CLINIC).stream()
                .filter(each -> each.reference().equals(Optional.of(slot)))
                .findFirst()
                .orElseThrow();
        reception.emr.put(
                CLINIC,
                new Appointment(
                        ours.id(),
                        ours.provider(),
                        ours.patient(),
                        ours.time(),
                        ours.emrType(),
                        AppointmentStatus.BOOKED,
                        ours.reference()));
    }

    private static List<Appointment> withoutReferences(List<Appointment> day) {
        return day.stream()
                .map(each -> new Appointment(
                        each.id(),
                        each.provider(),
                        each.patient(),
                        each.time(),
                        each.emrType(),
                        each.status(),
                        Optional.empty()))
                .toList();
    }

    private List<AppointmentId> staffs() {
        return reception.emr.everything(CLINIC).stream()
                .filter(each -> each.reference().isEmpty())
                .map(Appointment::id)
                .toList();
    }

    private void hangUp() {
        CallNews over = new CallNews.Ended(reception.now.get(), Optional.empty());
        desk.callDiary().learn(CLINIC, new CallId("call"), Optional.empty(), over);
    }

    private int finishLater(Duration later) {
        reception.pass(later);
        return desk.finishing().finish();
    }

    private List<TaskKind> tasks() {
        return reception.tasks.open(CLINIC, 10).stream().map(Task::kind).toList();
    }

    private List<AppointmentId> live() {
        return reception.emr.everything(CLINIC).stream()
                .filter(Appointment::takesTime)
                .map(Appointment::id)
                .toList();
    }
}
