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
import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.AppointmentStatus;
import ca.vitaravox.ports.booking.Booking;
import ca.vitaravox.ports.booking.Booking.Result;
import ca.vitaravox.ports.booking.Moving;
import ca.vitaravox.ports.booking.SlotId;
import ca.vitaravox.ports.clinic.BookingPolicy;
import ca.vitaravox.ports.patient.IdentityLevel;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bounds within which a clinic lets callers book, from both sides. */
class BookingBoundsTest {
    private static final Duration MOMENT = Duration.ofMillis(1);

    private final Reception reception = new Reception();
    private SlotId slot;

    @BeforeEach
    void a_caller_was_offered_a_slot_two_hours_ahead() {
        reception.identified("call", ROBIN, IdentityLevel.VERIFIED, Relationship.SELF);
        slot = reception.search("call").get(0).id();
    }

    private void most(int appointments) {
        reception.policy(new BookingPolicy(15, Duration.ofHours(2), Duration.ofHours(24), 60, appointments));
    }

    /** Staff give Robin so many, on days to come. */
    private void coming(int appointments) {
        for (int i = 1; i <= appointments; i++) {
            reception.staffBook(WEXFORD, ROBIN, MONDAY.plusDays(20 + i), "09:00", 15);
        }
    }

    private Result book() {
        return reception
                .desk
                .booking()
                .book(reception.call("call"), new Booking.Command(slot, ROBIN, Optional.empty(), true));
    }

    @Test
    void a_clinic_allows_two_appointments_to_come_until_it_says_otherwise() {
        assertEquals(2, BookingPolicy.USUAL.futureAppointmentsPerPatient());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void a_patient_gets_the_last_appointment_that_the_clinic_allows(int most) {
        most(most);
        coming(most - 1);
        assertInstanceOf(Result.Booked.class, book());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void a_patient_who_has_as_many_as_the_clinic_allows_gets_no_other(int most) {
        most(most);
        coming(most);
        assertEquals(new Result.LimitReached(most), book());
        assertEquals(most, reception.live());
    }

    @Test
    void what_is_another_patients_does_not_count() {
        most(1);
        reception.staffBook(WEXFORD, NOA, MONDAY.plusDays(20), "09:00", 15);
        assertInstanceOf(Result.Booked.class, book());
    }

    @ParameterizedTest
    @EnumSource(value = AppointmentStatus.class, names = "BOOKED", mode = EnumSource.Mode.EXCLUDE)
    void what_was_cancelled_missed_or_kept_does_not_count(AppointmentStatus status) {
        most(1);
        AppointmentId other = reception.staffBook(WEXFORD, ROBIN, MONDAY.plusDays(20), "09:00", 15);
        reception.emr.become(CLINIC, other, status);
        assertInstanceOf(Result.Booked.class, book());
    }

    @Test
    void what_has_begun_does_not_count_and_what_begins_in_a_moment_does() {
        reception.policy(new BookingPolicy(15, Duration.ZERO, Duration.ZERO, 60, 1));
        reception.staffBook(SETHI, ROBIN, MONDAY, "09:00", 15);
        reception.now.set(Reception.at(MONDAY, "09:00").minus(MOMENT));
        assertEquals(new Result.LimitReached(1), book());
        reception.now.set(Reception.at(MONDAY, "09:00"));
        assertInstanceOf(Result.Booked.class, book());
    }

    @Test
    void whoever_has_as_many_as_the_clinic_allows_may_move_one() {
        most(1);
        AppointmentId old = reception.staffBook(WEXFORD, ROBIN, MONDAY.plusDays(20), "09:00", 15);
        reception.desk.appointmentList().list(reception.call("call"), ROBIN, false);
        assertInstanceOf(
                Moving.Result.Moved.class,
                reception
                        .desk
                        .moving()
                        .move(reception.call("call"), new Moving.Command(old, slot, true, Optional.empty())));
        assertEquals(1, reception.live());
    }

    @Test
    void a_slot_is_booked_at_the_clinics_notice_and_not_a_moment_after_it() {
        reception.pass(MOMENT);
        assertInstanceOf(Result.SlotExpired.class, book());
        reception.pass(MOMENT.negated());
        assertInstanceOf(Result.Booked.class, book());
    }

    @Test
    void a_slot_is_moved_to_at_the_clinics_notice_and_not_a_moment_after_it() {
        AppointmentId old = reception.staffBook(WEXFORD, ROBIN, MONDAY.plusDays(20), "09:00", 15);
        reception.desk.appointmentList().list(reception.call("call"), ROBIN, false);
        Moving.Command command = new Moving.Command(old, slot, true, Optional.empty());
        reception.pass(MOMENT);
        assertInstanceOf(
                Moving.Result.SlotExpired.class, reception.desk.moving().move(reception.call("call"), command));
        reception.pass(MOMENT.negated());
        assertInstanceOf(Moving.Result.Moved.class, reception.desk.moving().move(reception.call("call"), command));
    }
}
