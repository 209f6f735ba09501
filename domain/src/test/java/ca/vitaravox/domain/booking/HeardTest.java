package ca.vitaravox.domain.booking;

import static ca.vitaravox.domain.Reception.CLINIC;
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
import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.AppointmentList;
import ca.vitaravox.ports.booking.AppointmentStatus;
import ca.vitaravox.ports.booking.Booking;
import ca.vitaravox.ports.booking.Cancellation;
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

/** What somebody was told of stands; what nobody was told of does not. */
class HeardTest {
    private final Reception reception = new Reception();
    private SlotId slot;

    @BeforeEach
    void a_caller_was_offered_slots() {
        reception.identified("call", ROBIN, IdentityLevel.VERIFIED, Relationship.SELF);
        slot = reception.search("call").get(0).id();
    }

    @Test
    void a_pending_booking_that_was_listed_stands_when_the_call_is_over() {
        pendingThoughWritten();
        list("call");
        hangUp();
        finishLater(Duration.ofSeconds(10));
        finishLater(Duration.ofMinutes(3));
        assertEquals(1, reception.live());
        assertEquals(List.of(), tasks());
    }

    @Test
    void a_booking_nobody_was_told_of_stands_once_the_patient_calls_again_and_hears_of_it() {
        pendingThoughWritten();
        hangUp();
        reception.identified("again", ROBIN, IdentityLevel.VERIFIED, Relationship.SELF);
        list("again");
        finishLater(Duration.ofSeconds(10));
        assertEquals(1, reception.live());
        assertEquals(List.of(), tasks());
    }

    @Test
    void a_booking_that_was_named_when_another_was_asked_for_was_told() {
        SlotId other = reception.search("call").get(2).id();
        pendingThoughWritten();
        finishLater(Duration.ofSeconds(10));
        assertInstanceOf(Booking.Result.AlreadyBooked.class, book(other));
        hangUp();
        finishLater(Duration.ofMinutes(3));
        assertEquals(1, reception.live());
        assertEquals(List.of(), tasks());
    }

    @Test
    void a_booking_that_was_named_can_be_cancelled_by_who_booked_it() {
        SlotId other = reception.search("call").get(2).id();
        reception.identified("call", ROBIN, IdentityLevel.CALLER_ID, Relationship.SELF);
        pendingThoughWritten();
        finishLater(Duration.ofSeconds(10));
        Booking.Result.AlreadyBooked existing = assertInstanceOf(Booking.Result.AlreadyBooked.class, book(other));
        assertInstanceOf(
                Cancellation.Result.Cancelled.class,
                reception
                        .desk
                        .cancellation()
                        .cancel(
                                reception.call("call"),
                                new Cancellation.Command(existing.existing().id(), true, Optional.empty())));
    }

    @Test
    void what_is_told_once_the_call_is_known_to_be_over_is_heard_by_nobody() {
        reception.emr.before(Request.BOOK, () -> {
            hangUp();
            reception.pass(Duration.ofSeconds(1));
        });
        assertInstanceOf(Booking.Result.Booked.class, book(slot));
        finishLater(Duration.ofSeconds(1));
        assertEquals(0, reception.live());
        assertEquals(List.of(TaskKind.BOOKING_UNDONE), tasks());
    }

    @Test
    void a_list_that_comes_too_late_tells_nothing() {
        pendingThoughWritten();
        reception.emr.before(Request.PATIENT, () -> reception.pass(Duration.ofMillis(3760)));
        assertInstanceOf(AppointmentList.Result.EmrUnavailable.class, list("call"));
        hangUp();
        finishLater(Duration.ofSeconds(10));
        assertEquals(0, reception.live());
    }

    @Test
    void what_was_told_does_not_yield_to_the_front_desk_which_gets_a_task() {
        pendingThoughWritten();
        list("call");
        reception.staffBook(WEXFORD, NOA, MONDAY, "10:00", 15);
        reception.pass(Duration.ofSeconds(10));
        assertInstanceOf(Booking.Result.Booked.class, book(slot));
        finishLater(Duration.ofMinutes(2));
        assertEquals(2, reception.live());
        assertEquals(List.of(TaskKind.DOUBLE_BOOKED), tasks());
    }

    @Test
    void what_is_being_taken_back_is_not_confirmed_though_the_front_desk_made_room_again() {
        reception
                .emr
                .trouble(Request.CANCEL, Trouble.LATE)
                .before(Request.BOOK, () -> reception.staffBook(WEXFORD, NOA, MONDAY, "10:00", 15));
        assertInstanceOf(Booking.Result.Pending.class, book(slot));
        reception.emr.everything(CLINIC).stream()
                .filter(each -> each.reference().isEmpty())
                .forEach(each -> reception.emr.become(CLINIC, each.id(), AppointmentStatus.CANCELLED));
        reception.pass(Duration.ofSeconds(10));
        assertInstanceOf(Booking.Result.Pending.class, book(slot));
        reception.emr.trouble(Request.CANCEL, Trouble.NONE).lateWritesArrive();
        reception.pass(Duration.ofSeconds(10));
        assertInstanceOf(Booking.Result.SlotTaken.class, book(slot));
        assertEquals(0, reception.live());
    }

    @Test
    void of_what_was_taken_twice_everybody_keeps_the_same() {
        reception.staffBook(SETHI, NOA, MONDAY, "09:00", 15);
        pendingThoughWritten();
        Appointment ours = reception.emr.everything(CLINIC).stream()
                .filter(each -> each.reference().isPresent())
                .findFirst()
                .orElseThrow();
        AppointmentId again = reception.emr.put(CLINIC, ours);
        TwistedEmr shuffling = new TwistedEmr(reception);
        shuffling.day = day -> day.stream()
                .sorted((one, other) -> other.id().value().compareTo(one.id().value()))
                .toList();
        reception.pass(Duration.ofSeconds(10));
        Booking.Result result = shuffling
                .desk()
                .booking()
                .book(reception.call("call"), new Booking.Command(slot, ROBIN, Optional.empty(), false));
        assertEquals(
                ours.id(),
                assertInstanceOf(Booking.Result.Booked.class, result)
                        .appointment()
                        .id());
        assertEquals(
                List.of(again),
                reception.emr.everything(CLINIC).stream()
                        .filter(each -> !each.takesTime())
                        .map(Appointment::id)
                        .toList());
    }

    private Booking.Result book(SlotId which) {
        return reception
                .desk
                .booking()
                .book(reception.call("call"), new Booking.Command(which, ROBIN, Optional.empty(), false));
    }

    private AppointmentList.Result list(String call) {
        return reception.desk.appointmentList().list(reception.call(call), ROBIN, false);
    }

    /** The EMR took the write, but could not be read afterwards. */
    private void pendingThoughWritten() {
        reception.emr.before(Request.BOOK, () -> reception.emr.trouble(Request.DAY, Trouble.SILENT));
        assertInstanceOf(Booking.Result.Pending.class, book(slot));
        reception.emr.before(Request.BOOK, () -> {}).trouble(Request.DAY, Trouble.NONE);
    }

    private void hangUp() {
        CallNews over = new CallNews.Ended(reception.now.get(), Optional.empty());
        reception.desk.callDiary().learn(CLINIC, new CallId("call"), Optional.empty(), over);
    }

    private void finishLater(Duration later) {
        reception.pass(later);
        reception.desk.finishing().finish();
    }

    private List<TaskKind> tasks() {
        return reception.tasks.open(CLINIC, 10).stream().map(Task::kind).toList();
    }
}
