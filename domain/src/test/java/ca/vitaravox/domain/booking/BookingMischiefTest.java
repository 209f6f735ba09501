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
import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.BookableSlot;
import ca.vitaravox.ports.booking.Booking;
import ca.vitaravox.ports.booking.Cancellation;
import ca.vitaravox.ports.booking.Moving;
import ca.vitaravox.ports.booking.SlotId;
import ca.vitaravox.ports.patient.IdentityLevel;
import ca.vitaravox.ports.patient.PatientId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A model that mixes up patients, slots and appointments, and callers who fish for appointments. */
class BookingMischiefTest {
    private final Reception reception = new Reception();
    private List<BookableSlot> slots;

    @BeforeEach
    void two_patients_are_identified_and_slots_were_offered() {
        reception.identified("call", ROBIN, IdentityLevel.CALLER_ID, Relationship.SELF);
        reception.identified("call", NOA, IdentityLevel.CALLER_ID, Relationship.PARENT);
        slots = reception.search("call");
    }

    private Booking.Result book(SlotId slot, PatientId patient) {
        return reception
                .desk
                .booking()
                .book(reception.call("call"), new Booking.Command(slot, patient, Optional.empty(), false));
    }

    /** Written, but nobody knows. */
    private void leftOpen(SlotId slot, PatientId patient) {
        reception.emr.before(Request.BOOK, () -> reception.emr.trouble(Request.DAY, Trouble.SILENT));
        assertInstanceOf(Booking.Result.Pending.class, book(slot, patient));
        reception.emr.before(Request.BOOK, () -> {}).trouble(Request.DAY, Trouble.NONE);
    }

    @Test
    void a_write_left_open_for_one_patient_is_not_taken_up_for_another() {
        leftOpen(slots.get(0).id(), ROBIN);
        reception.pass(Duration.ofSeconds(10));
        assertInstanceOf(Booking.Result.SlotTaken.class, book(slots.get(0).id(), NOA));
        assertInstanceOf(Booking.Result.Booked.class, book(slots.get(0).id(), ROBIN));
        assertEquals(
                List.of(Optional.of(ROBIN)),
                reception.emr.everything(CLINIC).stream()
                        .filter(Appointment::takesTime)
                        .map(Appointment::patient)
                        .toList());
    }

    @Test
    void a_write_that_may_yet_arrive_is_not_forgotten_because_somebody_else_has_the_time_by_then() {
        reception.emr.trouble(Request.BOOK, Trouble.LATE);
        assertInstanceOf(Booking.Result.Pending.class, book(slots.get(0).id(), ROBIN));
        reception.staffBook(WEXFORD, new PatientId("walk-in"), MONDAY, "10:00", 15);
        reception.pass(Duration.ofSeconds(10));
        assertInstanceOf(Booking.Result.SlotTaken.class, book(slots.get(0).id(), ROBIN));
        reception.emr.trouble(Request.BOOK, Trouble.NONE).lateWritesArrive();
        reception.pass(Duration.ofMinutes(2));
        reception.desk.finishing().finish();
        assertEquals(List.of(), reception.overlapping());
        assertEquals(1, reception.live());
    }

    @Test
    void after_cancelling_what_it_booked_a_call_may_book_another_opening() {
        Booking.Result.Booked first =
                assertInstanceOf(Booking.Result.Booked.class, book(slots.get(0).id(), ROBIN));
        reception
                .desk
                .cancellation()
                .cancel(
                        reception.call("call"),
                        new Cancellation.Command(first.appointment().id(), true, Optional.empty()));
        assertInstanceOf(Booking.Result.Booked.class, book(slots.get(2).id(), ROBIN));
        assertEquals(1, reception.live());
    }

    @Test
    void after_moving_what_it_booked_it_is_the_new_time_that_is_booked_already() {
        AppointmentId first = assertInstanceOf(
                        Booking.Result.Booked.class, book(slots.get(0).id(), ROBIN))
                .appointment()
                .id();
        Moving.Result.Moved moved = assertInstanceOf(
                Moving.Result.Moved.class,
                reception
                        .desk
                        .moving()
                        .move(
                                reception.call("call"),
                                new Moving.Command(first, slots.get(2).id(), true, Optional.empty())));
        Booking.Result.AlreadyBooked existing = assertInstanceOf(
                Booking.Result.AlreadyBooked.class, book(slots.get(1).id(), ROBIN));
        assertEquals(moved.appointment().id(), existing.existing().id());
    }

    @Test
    void who_is_not_verified_does_not_hear_with_whom_and_what_for_the_patient_has_an_appointment() {
        reception.staffBook(SETHI, ROBIN, MONDAY, "09:55", 45);
        Booking.Result.AlreadyBooked existing = assertInstanceOf(
                Booking.Result.AlreadyBooked.class, book(slots.get(0).id(), ROBIN));
        assertEquals(Optional.empty(), existing.existing().provider());
        assertEquals(Optional.empty(), existing.existing().visitType());
    }

    @Test
    void who_is_not_the_patient_does_not_hear_what_else_it_is_for() {
        reception.identified("call", NOA, IdentityLevel.VERIFIED, Relationship.PARENT);
        reception.staffBook(WEXFORD, NOA, MONDAY, "09:55", 45);
        Booking.Result.AlreadyBooked existing = assertInstanceOf(
                Booking.Result.AlreadyBooked.class, book(slots.get(1).id(), NOA));
        assertEquals(Optional.empty(), existing.existing().visitType());
    }

    @Test
    void moving_into_a_booking_that_ends_meanwhile_does_not_leave_both() {
        AppointmentId old = reception.staffBook(WEXFORD, ROBIN, MONDAY.plusDays(2), "09:00", 15);
        reception.identified("call", ROBIN, IdentityLevel.VERIFIED, Relationship.SELF);
        reception.desk.appointmentList().list(reception.call("call"), ROBIN, false);
        Moving.Command command = new Moving.Command(old, slots.get(0).id(), true, Optional.empty());
        Moving.Result[] moved = new Moving.Result[1];
        Thread moving = new Thread(() -> moved[0] = reception.desk.moving().move(reception.call("call"), command));
        reception.emr.before(Request.BOOK, () -> {
            reception.emr.before(Request.BOOK, () -> {});
            moving.start();
            while (moving.isAlive() && reception.emr.count(Request.PATIENT) < 3) {
                Thread.onSpinWait();
            }
        });
        book(slots.get(0).id(), ROBIN);
        join(moving);
        boolean saidMoved = moved[0] instanceof Moving.Result.Moved;
        assertEquals(saidMoved ? 1 : 2, reception.live());
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
