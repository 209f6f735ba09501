package ca.vitaravox.domain.booking;

import static ca.vitaravox.domain.Reception.CLINIC;
import static ca.vitaravox.domain.Reception.MONDAY;
import static ca.vitaravox.domain.Reception.NOA;
import static ca.vitaravox.domain.Reception.ROBIN;
import static ca.vitaravox.domain.Reception.WEXFORD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.domain.FrontDesk;
import ca.vitaravox.domain.Reception;
import ca.vitaravox.domain.emr.Request;
import ca.vitaravox.domain.emr.Trouble;
import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.Appointments;
import ca.vitaravox.ports.booking.BookableSlot;
import ca.vitaravox.ports.booking.Booking;
import ca.vitaravox.ports.booking.FreedOpening;
import ca.vitaravox.ports.booking.Moving;
import ca.vitaravox.ports.booking.SlotId;
import ca.vitaravox.ports.booking.SlotState;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.call.CallNews;
import ca.vitaravox.ports.patient.IdentityLevel;
import ca.vitaravox.ports.task.Task;
import ca.vitaravox.ports.task.TaskKind;
import ca.vitaravox.ports.waitlist.OfferBook;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FinishingDeskTest {
    private final Reception reception = new Reception();
    private SlotId slot;
    private TimeRange time;

    @BeforeEach
    void a_caller_was_offered_slots() {
        reception.identified("call", ROBIN, IdentityLevel.VERIFIED, Relationship.SELF);
        BookableSlot first = reception.search("call").get(0);
        slot = first.id();
        time = TimeRange.from(first.start().toInstant(), Duration.ofMinutes(15));
    }

    @Test
    void what_a_dead_server_had_written_is_found_and_told_to_the_repeat() {
        pendingThoughWritten();
        finishLater(Duration.ofSeconds(10));
        assertInstanceOf(Booking.Result.Booked.class, book());
        assertEquals(1, reception.live());
        assertEquals(List.of(), tasks());
    }

    /** So that it waits until an EMR that is left alone was tried, which callers never do. */
    @Test
    void the_emr_is_asked_as_by_work_that_nobody_waits_for() {
        List<Deadline> asked = new ArrayList<>();
        Appointments noting = (Appointments) Proxy.newProxyInstance(
                Appointments.class.getClassLoader(), new Class<?>[] {Appointments.class}, (proxy, method, given) -> {
                    asked.add((Deadline) given[given.length - 1]);
                    return method.invoke(reception.emr, given);
                });
        pendingThoughWritten();
        reception.pass(Duration.ofSeconds(10));
        reception
                .desk(new FrontDesk.Emr(reception.emr, noting, reception.emr))
                .finishing()
                .finish();
        assertInstanceOf(SlotState.Booked.class, state());
        assertFalse(asked.isEmpty());
        assertTrue(asked.stream().noneMatch(Deadline::onPhone), asked::toString);
    }

    @Test
    void what_a_server_left_is_taken_up_a_second_after_its_caller_has_an_answer_and_no_sooner() {
        pendingThoughWritten();
        Instant left = reception.now.get();
        Instant due = Reception.at(MONDAY, "08:00").plusMillis(4800);
        finishLater(Duration.between(left, due).minusMillis(1));
        assertInstanceOf(SlotState.Writing.class, state());
        finishLater(Duration.ofMillis(1));
        assertInstanceOf(SlotState.Booked.class, state());
    }

    @Test
    void whoever_takes_it_up_and_dies_as_well_leaves_it_to_the_next_within_half_a_minute() {
        pendingThoughWritten();
        reception.now.set(Reception.at(MONDAY, "08:00").plusMillis(4800));
        reception.emr.before(Request.DAY, () -> {
            throw new IllegalStateException("this server dies");
        });
        assertThrows(
                IllegalStateException.class, () -> reception.desk.finishing().finish());
        reception.emr.before(Request.DAY, () -> {});
        finishLater(Duration.ofSeconds(15).minusMillis(1));
        assertInstanceOf(SlotState.Writing.class, state());
        finishLater(Duration.ofMillis(1));
        assertInstanceOf(SlotState.Booked.class, state());
        Duration took = Duration.between(Reception.at(MONDAY, "08:00"), reception.now.get());
        assertTrue(took.plusSeconds(5).compareTo(Duration.ofSeconds(30)) < 0, "with five seconds between rounds");
    }

    @Test
    void what_is_looked_at_and_left_open_may_be_taken_up_by_its_caller_at_once() {
        reception.emr.trouble(Request.BOOK, Trouble.SILENT);
        assertInstanceOf(Booking.Result.Pending.class, book());
        reception.emr.trouble(Request.BOOK, Trouble.NONE);
        finishLater(Duration.ofSeconds(10));
        assertInstanceOf(Booking.Result.Booked.class, book());
        assertEquals(1, reception.live());
    }

    @Test
    void what_nobody_was_told_of_is_taken_back_when_the_call_is_over_and_staff_are_told() {
        pendingThoughWritten();
        hangUp();
        finishLater(Duration.ofSeconds(10));
        assertEquals(0, reception.live());
        assertEquals(List.of(TaskKind.BOOKING_UNDONE), tasks());
        assertEquals(List.of(time), freed().stream().map(FreedOpening::time).toList());
        finishLater(Duration.ofHours(1));
        assertEquals(List.of(TaskKind.BOOKING_UNDONE), tasks());
    }

    @Test
    void what_was_finished_in_the_middle_of_the_call_and_never_told_is_taken_back_at_its_end() {
        pendingThoughWritten();
        finishLater(Duration.ofSeconds(10));
        assertEquals(1, reception.live());
        hangUp();
        finishLater(Duration.ZERO);
        assertEquals(0, reception.live());
        assertEquals(List.of(TaskKind.BOOKING_UNDONE), tasks());
        assertEquals(List.of(time), freed().stream().map(FreedOpening::time).toList());
    }

    @Test
    void a_time_that_was_never_an_appointments_is_not_freed() {
        reception.emr.trouble(Request.BOOK, Trouble.SILENT);
        assertInstanceOf(Booking.Result.Pending.class, book());
        reception.emr.trouble(Request.BOOK, Trouble.NONE);
        hangUp();
        finishLater(Duration.ofMinutes(3));
        assertEquals(List.of(), freed());
    }

    @Test
    void an_answer_that_came_after_the_deadline_was_told_to_nobody() {
        reception.emr.before(Request.BOOK, () -> reception.pass(Duration.ofMillis(3800)));
        assertInstanceOf(Booking.Result.Pending.class, book());
        hangUp();
        finishLater(Duration.ofSeconds(10));
        assertEquals(0, reception.live());
        assertEquals(List.of(TaskKind.BOOKING_UNDONE), tasks());
    }

    @Test
    void what_was_told_stands_when_the_call_is_over() {
        book();
        hangUp();
        finishLater(Duration.ofMinutes(5));
        assertEquals(1, reception.live());
        assertEquals(List.of(), tasks());
        assertEquals(0, reception.desk.finishing().finish());
    }

    @Test
    void a_write_that_arrives_late_is_found_within_two_minutes() {
        reception.emr.trouble(Request.BOOK, Trouble.LATE);
        book();
        finishLater(Duration.ofSeconds(10));
        reception.emr.trouble(Request.BOOK, Trouble.NONE).lateWritesArrive();
        finishLater(Duration.ofSeconds(30));
        assertInstanceOf(Booking.Result.Booked.class, book());
        assertEquals(1, reception.live());
    }

    @Test
    void a_write_that_never_arrives_blocks_its_time_for_two_minutes_and_then_frees_it() {
        reception.emr.trouble(Request.BOOK, Trouble.SILENT);
        book();
        finishLater(Duration.ofMillis(119_999));
        assertEquals(1, blocks());
        finishLater(Duration.ofSeconds(15));
        assertEquals(0, blocks());
        assertEquals(0, reception.live());
    }

    @Test
    void a_write_of_which_the_emr_shows_nothing_has_ended_once_it_is_looked_at() {
        reception.emr.trouble(Request.BOOK, Trouble.SILENT);
        book();
        finishLater(Duration.ofSeconds(10));
        assertEquals(
                new SlotState.Compensated(Optional.of(Reception.at(MONDAY, "08:02"))),
                reception
                        .holds
                        .slot(CLINIC, new CallId("call"), slot, reception.now.get())
                        .orElseThrow()
                        .state());
        assertEquals(1, blocks());
    }

    @Test
    void what_arrives_after_its_write_has_ended_is_taken_back_where_nobody_asks_again() {
        reception.emr.trouble(Request.BOOK, Trouble.LATE);
        book();
        hangUp();
        finishLater(Duration.ofSeconds(10));
        reception.emr.trouble(Request.BOOK, Trouble.NONE).lateWritesArrive();
        assertEquals(1, reception.live());
        finishLater(Duration.ofMinutes(2));
        assertEquals(0, reception.live());
        assertEquals(List.of(TaskKind.BOOKING_UNDONE), tasks());
    }

    @Test
    void a_write_that_never_arrived_is_a_task_if_the_caller_hung_up_hoping() {
        reception.emr.trouble(Request.BOOK, Trouble.SILENT);
        book();
        hangUp();
        finishLater(Duration.ofMinutes(2));
        assertEquals(List.of(TaskKind.BOOKING_UNDONE), tasks());
    }

    @Test
    void while_the_emr_cannot_be_read_nothing_is_given_up() {
        pendingThoughWritten();
        reception.emr.trouble(Request.DAY, Trouble.SILENT);
        finishLater(Duration.ofHours(3));
        assertEquals(1, blocks());
        reception.emr.trouble(Request.DAY, Trouble.NONE);
        finishLater(Duration.ofSeconds(15));
        assertInstanceOf(Booking.Result.Booked.class, book());
    }

    @Test
    void a_collision_found_late_is_taken_back() {
        pendingThoughWritten();
        reception.staffBook(WEXFORD, NOA, MONDAY, "10:00", 15);
        finishLater(Duration.ofSeconds(10));
        assertEquals(List.of(), reception.overlapping());
        assertEquals(1, reception.live());
    }

    @Test
    void a_move_cut_off_half_way_ends_with_one_appointment() {
        AppointmentId old = halfMoved();
        reception.emr.trouble(Request.CANCEL, Trouble.NONE);
        finishLater(Duration.ofSeconds(10));
        assertEquals(1, reception.live());
        assertTrue(live().stream().noneMatch(appointment -> appointment.id().equals(old)));
    }

    @Test
    void once_the_old_time_is_let_go_the_new_one_stands_though_the_caller_hung_up() {
        AppointmentId old = halfMoved();
        reception.emr.trouble(Request.CANCEL, Trouble.NONE);
        hangUp();
        finishLater(Duration.ofSeconds(10));
        assertEquals(1, reception.live());
        assertTrue(live().stream().noneMatch(appointment -> appointment.id().equals(old)));
        FreedOpening.MovedTo to = new FreedOpening.MovedTo(live().get(0).id(), time.start());
        assertEquals(
                List.of(new FreedOpening(
                        old,
                        WEXFORD,
                        TimeRange.from(Reception.at(MONDAY.plusDays(2), "09:00"), Duration.ofMinutes(15)),
                        Optional.of(to))),
                freed());
        finishLater(Duration.ofSeconds(1));
        assertEquals(List.of(TaskKind.MOVE_UNTOLD), tasks());
    }

    @Test
    void a_move_whose_old_time_was_not_let_go_yet_is_taken_back_when_the_caller_hung_up() {
        reception.emr.before(Request.BOOK, () -> reception.emr.trouble(Request.DAY, Trouble.SILENT));
        AppointmentId old = halfMoved();
        reception.emr.trouble(Request.DAY, Trouble.NONE).trouble(Request.CANCEL, Trouble.NONE);
        hangUp();
        finishLater(Duration.ofSeconds(10));
        assertEquals(List.of(old), live().stream().map(Appointment::id).toList());
        assertEquals(List.of(TaskKind.BOOKING_UNDONE), tasks());
    }

    @Test
    void an_old_time_let_go_late_never_leaves_the_patient_without_any() {
        AppointmentId old = halfMoved();
        reception.emr.trouble(Request.CANCEL, Trouble.LATE);
        finishLater(Duration.ofSeconds(10));
        hangUp();
        finishLater(Duration.ofSeconds(15));
        reception.emr.trouble(Request.CANCEL, Trouble.NONE).lateWritesArrive();
        finishLater(Duration.ofMinutes(3));
        assertEquals(1, reception.live());
        assertTrue(live().stream().noneMatch(appointment -> appointment.id().equals(old)));
    }

    @Test
    void where_the_emr_lets_neither_time_go_staff_get_a_task() {
        halfMoved();
        finishLater(Duration.ofMinutes(3));
        assertEquals(2, reception.live());
        assertEquals(List.of(TaskKind.HALF_MOVED), tasks());
    }

    @Test
    void a_move_that_was_made_but_never_told_is_a_task_and_stands() {
        AppointmentId old = halfMoved();
        reception.emr.trouble(Request.CANCEL, Trouble.NONE);
        finishLater(Duration.ofSeconds(10));
        hangUp();
        finishLater(Duration.ZERO);
        assertEquals(1, reception.live());
        assertTrue(live().stream().noneMatch(appointment -> appointment.id().equals(old)));
        assertEquals(List.of(TaskKind.MOVE_UNTOLD), tasks());
    }

    /** The EMR took the write, but could not be read afterwards. */
    private void pendingThoughWritten() {
        reception.emr.before(Request.BOOK, () -> reception.emr.trouble(Request.DAY, Trouble.SILENT));
        assertInstanceOf(Booking.Result.Pending.class, book());
        reception.emr.before(Request.BOOK, () -> {}).trouble(Request.DAY, Trouble.NONE);
    }

    /** An appointment on Wednesday whose new time is secured, and which the EMR does not let go. */
    private AppointmentId halfMoved() {
        AppointmentId old = reception.staffBook(WEXFORD, ROBIN, MONDAY.plusDays(2), "09:00", 15);
        reception.desk.appointmentList().list(reception.call("call"), ROBIN, false);
        reception.emr.trouble(Request.CANCEL, Trouble.DOWN);
        assertInstanceOf(
                Moving.Result.Pending.class,
                reception
                        .desk
                        .moving()
                        .move(reception.call("call"), new Moving.Command(old, slot, true, Optional.empty())));
        return old;
    }

    private Booking.Result book() {
        return reception
                .desk
                .booking()
                .book(reception.call("call"), new Booking.Command(slot, ROBIN, Optional.empty(), false));
    }

    private SlotState state() {
        return reception
                .holds
                .slot(CLINIC, new CallId("call"), slot, reception.now.get())
                .orElseThrow()
                .state();
    }

    private void hangUp() {
        reception
                .desk
                .callDiary()
                .learn(
                        CLINIC,
                        new CallId("call"),
                        Optional.empty(),
                        new CallNews.Ended(reception.now.get(), Optional.empty()));
    }

    private void finishLater(Duration later) {
        reception.pass(later);
        reception.desk.finishing().finish();
    }

    /** What whoever waits is to be offered. */
    private List<FreedOpening> freed() {
        return reception
                .waitlist
                .take(10, reception.now.get(), reception.now.get().plusSeconds(1))
                .stream()
                .map(OfferBook.Case::opening)
                .toList();
    }

    private int blocks() {
        return reception
                .holds
                .blocks(
                        CLINIC,
                        Set.of(WEXFORD),
                        new TimeRange(Reception.at(MONDAY, "00:00"), Reception.at(MONDAY, "23:00")),
                        reception.now.get())
                .size();
    }

    private List<TaskKind> tasks() {
        return reception.tasks.open(CLINIC, 10).stream().map(Task::kind).toList();
    }

    private List<Appointment> live() {
        return reception.emr.everything(CLINIC).stream()
                .filter(Appointment::takesTime)
                .toList();
    }
}
