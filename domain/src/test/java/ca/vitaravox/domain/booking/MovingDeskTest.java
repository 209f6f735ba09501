package ca.vitaravox.domain.booking;

import static ca.vitaravox.domain.Reception.CLINIC;
import static ca.vitaravox.domain.Reception.MONDAY;
import static ca.vitaravox.domain.Reception.NOA;
import static ca.vitaravox.domain.Reception.ROBIN;
import static ca.vitaravox.domain.Reception.WEXFORD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.domain.Reception;
import ca.vitaravox.domain.emr.Request;
import ca.vitaravox.domain.emr.Trouble;
import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.AppointmentStatus;
import ca.vitaravox.ports.booking.Moving;
import ca.vitaravox.ports.booking.Moving.Result;
import ca.vitaravox.ports.booking.OpeningSearch;
import ca.vitaravox.ports.booking.PartOfDay;
import ca.vitaravox.ports.booking.SlotId;
import ca.vitaravox.ports.patient.IdentityLevel;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MovingDeskTest {
    private static final LocalDate WEDNESDAY = MONDAY.plusDays(2);
    private final Reception reception = new Reception();
    private AppointmentId old;
    private SlotId slot;

    @BeforeEach
    void a_verified_patient_heard_of_an_appointment_on_wednesday_and_of_slots_today() {
        old = reception.staffBook(WEXFORD, ROBIN, WEDNESDAY, "09:00", 15);
        reception.identified("call", ROBIN, IdentityLevel.VERIFIED, Relationship.SELF);
        reception.desk.appointmentList().list(reception.call("call"), ROBIN, false);
        slot = reception.search("call").get(0).id();
    }

    @Test
    void the_new_time_is_secured_before_the_old_is_let_go() {
        reception.emr.before(Request.CANCEL, () -> assertEquals(2, reception.live()));
        Result.Moved moved = assertInstanceOf(Result.Moved.class, move());
        assertFalse(moved.already());
        assertEquals(Reception.at(MONDAY, "10:00"), moved.appointment().start().toInstant());
        assertEquals(old, moved.previous().id());
        assertEquals(List.of(moved.appointment().id()), live());
    }

    @Test
    void moving_to_the_time_it_has_changes_nothing_and_says_nobody_took_it() {
        Result.Moved first = assertInstanceOf(Result.Moved.class, move());
        AppointmentId there = first.appointment().id();
        Result result = reception
                .desk
                .moving()
                .move(reception.call("call"), new Moving.Command(there, slot, true, Optional.empty()));
        Result.Moved again = assertInstanceOf(Result.Moved.class, result);
        assertTrue(again.already());
        assertEquals(there, again.appointment().id());
        assertEquals(there, again.previous().id());
        assertEquals(List.of(there), live());
    }

    @Test
    void moving_again_the_same_way_gives_the_new_appointment() {
        Result.Moved first = assertInstanceOf(Result.Moved.class, move());
        Result.Moved again = assertInstanceOf(Result.Moved.class, move());
        assertTrue(again.already());
        assertEquals(first.appointment().id(), again.appointment().id());
        assertEquals(1, reception.live());
    }

    @Test
    void what_staff_put_back_after_a_move_is_moved_again_at_once() {
        Result.Moved first = assertInstanceOf(Result.Moved.class, move());
        reception.emr.become(Reception.CLINIC, first.appointment().id(), AppointmentStatus.CANCELLED);
        reception.emr.become(Reception.CLINIC, old, AppointmentStatus.BOOKED);
        reception.pass(Duration.ofMinutes(2));
        slot = reception.search("call").get(0).id();
        Result.Moved again = assertInstanceOf(Result.Moved.class, move());
        assertEquals(List.of(again.appointment().id()), live());
    }

    @Test
    void what_staff_put_back_while_its_new_time_stands_is_not_moved_to_a_third() {
        Result.Moved first = assertInstanceOf(Result.Moved.class, move());
        reception.emr.become(Reception.CLINIC, old, AppointmentStatus.BOOKED);
        reception.pass(Duration.ofMinutes(2));
        slot = reception.search("call").get(0).id();
        assertInstanceOf(Result.EmrUnavailable.class, move());
        assertEquals(Set.of(old, first.appointment().id()), Set.copyOf(live()));
    }

    @Test
    void nothing_is_moved_that_was_not_confirmed() {
        Result.NotConfirmed asked = assertInstanceOf(
                Result.NotConfirmed.class,
                reception.desk.moving().move(reception.call("call"), command(old, slot, false)));
        assertEquals(old, asked.appointment().id());
        assertEquals(slot, asked.to().id());
        assertEquals(List.of(old), live());
    }

    @Test
    void an_appointment_may_be_moved_onto_a_part_of_its_own_time() {
        OpeningSearch.Query physical = new OpeningSearch.Query(
                Optional.of("physical"),
                Optional.of(WEXFORD),
                Optional.empty(),
                Optional.of(WEDNESDAY),
                Optional.of(WEDNESDAY),
                PartOfDay.ANY,
                Set.of(),
                Optional.of(ROBIN),
                Optional.of(old));
        OpeningSearch.Result.Offered offered = assertInstanceOf(
                OpeningSearch.Result.Offered.class,
                reception.desk.openingSearch().find(reception.call("call"), physical));
        assertEquals(
                Reception.at(WEDNESDAY, "09:00"), offered.slots().get(0).start().toInstant());
        slot = offered.slots().get(0).id();
        assertInstanceOf(Result.Moved.class, move());
        assertEquals(1, reception.live());
    }

    @Test
    void where_the_new_time_is_taken_the_old_one_stands() {
        reception.staffBook(WEXFORD, NOA, MONDAY, "10:00", 15);
        assertInstanceOf(Result.SlotTaken.class, move());
        assertTrue(live().contains(old));
    }

    @Test
    void where_the_new_time_cannot_be_written_the_old_one_stands() {
        reception.emr.trouble(Request.BOOK, Trouble.DOWN);
        assertInstanceOf(Result.EmrUnavailable.class, move());
        assertEquals(List.of(old), live());
    }

    @Test
    void until_the_old_time_is_seen_to_be_gone_nothing_is_said_moved() {
        reception.emr.trouble(Request.CANCEL, Trouble.DOWN);
        assertInstanceOf(Result.Pending.class, move());
        reception.emr.trouble(Request.CANCEL, Trouble.NONE);
        reception.pass(Duration.ofSeconds(10));
        assertInstanceOf(Result.Moved.class, move());
        assertEquals(1, reception.live());
        assertEquals(1, reception.emr.count(Request.BOOK));
    }

    @Test
    void while_one_move_is_not_at_its_end_the_call_begins_no_other() {
        SlotId other = reception.search("call").get(2).id();
        reception.emr.trouble(Request.BOOK, Trouble.SILENT);
        assertInstanceOf(Result.Pending.class, move());
        reception.emr.trouble(Request.BOOK, Trouble.NONE);
        assertInstanceOf(
                Result.Pending.class, reception.desk.moving().move(reception.call("call"), command(old, other, true)));
        assertEquals(List.of(old), live());
    }

    @Test
    void what_two_calls_move_at_once_is_moved_for_one_of_them() {
        reception.identified("other", ROBIN, IdentityLevel.VERIFIED, Relationship.SELF);
        reception.desk.appointmentList().list(reception.call("other"), ROBIN, false);
        SlotId theirs = reception.search("other").get(0).id();
        reception.emr.before(Request.BOOK, () -> {
            reception.emr.before(Request.BOOK, () -> {});
            assertInstanceOf(
                    Result.Moved.class,
                    reception.desk.moving().move(reception.call("other"), command(old, theirs, true)));
        });
        assertInstanceOf(Result.EmrUnavailable.class, move());
        assertEquals(1, reception.live());
        assertInstanceOf(Result.NotChangeable.class, move());
    }

    @Test
    void a_lost_reply_to_the_cancelling_is_looked_up() {
        reception.emr.trouble(Request.CANCEL, Trouble.UNANSWERED);
        assertInstanceOf(Result.Moved.class, move());
        assertEquals(1, reception.live());
    }

    @Test
    void a_cancelled_appointment_is_not_moved() {
        reception.emr.become(CLINIC, old, AppointmentStatus.CANCELLED);
        assertInstanceOf(Result.NotChangeable.class, move());
        assertEquals(0, reception.live());
    }

    @Test
    void inside_the_notice_period_nothing_is_moved_and_at_its_bound_it_is() {
        reception.now.set(
                Reception.at(WEDNESDAY, "09:00").minus(Duration.ofHours(24)).plusMillis(1));
        slot = reception.search("call").get(0).id();
        assertInstanceOf(Result.NotChangeable.class, move());
        reception.now.set(Reception.at(WEDNESDAY, "09:00").minus(Duration.ofHours(24)));
        assertInstanceOf(Result.Moved.class, move());
    }

    @Test
    void only_what_this_call_was_told_of_is_moved_and_only_by_its_verified_patient() {
        AppointmentId untold = reception.staffBook(WEXFORD, ROBIN, WEDNESDAY, "10:00", 15);
        assertInstanceOf(
                Result.AppointmentNotFound.class,
                reception.desk.moving().move(reception.call("call"), command(untold, slot, true)));
        assertInstanceOf(
                Result.SlotUnknown.class,
                reception.desk.moving().move(reception.call("call"), command(old, new SlotId("invented"), true)));
        assertInstanceOf(
                Result.AppointmentNotFound.class,
                reception.desk.moving().move(reception.call("other"), command(old, slot, true)));
    }

    private Result move() {
        return reception.desk.moving().move(reception.call("call"), command(old, slot, true));
    }

    private static Moving.Command command(AppointmentId appointment, SlotId slot, boolean confirmed) {
        return new Moving.Command(appointment, slot, confirmed, Optional.empty());
    }

    private List<AppointmentId> live() {
        return reception.emr.everything(CLINIC).stream()
                .filter(Appointment::takesTime)
                .map(Appointment::id)
                .toList();
    }
}
