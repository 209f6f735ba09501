package ca.vitaravox.domain.booking;

import static ca.vitaravox.domain.Reception.CLINIC;
import static ca.vitaravox.domain.Reception.MONDAY;
import static ca.vitaravox.domain.Reception.NOA;
import static ca.vitaravox.domain.Reception.ROBIN;
import static ca.vitaravox.domain.Reception.WEXFORD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import ca.vitaravox.domain.Reception;
import ca.vitaravox.domain.emr.Request;
import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.AppointmentStatus;
import ca.vitaravox.ports.booking.BookableSlot;
import ca.vitaravox.ports.booking.Booking;
import ca.vitaravox.ports.booking.Cancellation;
import ca.vitaravox.ports.booking.Cancellation.Result;
import ca.vitaravox.ports.booking.PatientAppointment;
import ca.vitaravox.ports.clinic.Provider;
import ca.vitaravox.ports.clinic.VisitType;
import ca.vitaravox.ports.patient.IdentityLevel;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may cancel what, and until when. */
class CancellationTest {
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);

    private final Reception reception = new Reception();
    private AppointmentId appointment;

    @BeforeEach
    void robin_is_verified_and_was_told_of_an_appointment_on_tuesday_at_nine() {
        appointment = reception.staffBook(WEXFORD, ROBIN, TUESDAY, "09:00", 15);
        reception.identified("call", ROBIN, IdentityLevel.VERIFIED, Relationship.SELF);
        reception.desk.appointmentList().list(reception.call("call"), ROBIN, false);
    }

    private Result cancel(String call, AppointmentId which, boolean confirmed) {
        return reception
                .desk
                .cancellation()
                .cancel(reception.call(call), new Cancellation.Command(which, confirmed, Optional.empty()));
    }

    private void assertStands() {
        assertEquals(1, reception.live());
        assertEquals(0, reception.emr.count(Request.CANCEL));
    }

    @Test
    void what_the_patient_was_told_of_and_says_yes_to_is_cancelled() {
        Result.Cancelled cancelled = assertInstanceOf(Result.Cancelled.class, cancel("call", appointment, true));
        assertEquals(false, cancelled.already());
        assertEquals(AppointmentStatus.CANCELLED, cancelled.appointment().status());
        assertEquals(appointment, cancelled.appointment().id());
        assertEquals(0, reception.live());
    }

    @Test
    void without_a_yes_nothing_is_cancelled_and_what_it_is_about_is_told() {
        Result.NotConfirmed open = assertInstanceOf(Result.NotConfirmed.class, cancel("call", appointment, false));
        PatientAppointment about = open.appointment();
        assertEquals(Reception.at(TUESDAY, "09:00"), about.start().toInstant());
        assertEquals(Optional.of(WEXFORD), about.provider().map(Provider::id));
        assertEquals(
                Optional.of("checkup"), about.visitType().map(VisitType::code).map(Object::toString));
        assertStands();
    }

    @Test
    void somebody_calling_for_the_patient_does_not_hear_what_it_is_for() {
        reception.identified("call", ROBIN, IdentityLevel.VERIFIED, Relationship.SPOUSE);
        Result.NotConfirmed open = assertInstanceOf(Result.NotConfirmed.class, cancel("call", appointment, false));
        assertEquals(Optional.empty(), open.appointment().visitType());
        Result.Cancelled cancelled = assertInstanceOf(Result.Cancelled.class, cancel("call", appointment, true));
        assertEquals(Optional.empty(), cancelled.appointment().visitType());
    }

    @Test
    void what_this_call_was_not_told_of_does_not_exist_for_it() {
        AppointmentId untold = reception.staffBook(WEXFORD, ROBIN, TUESDAY, "10:00", 15);
        assertEquals(new Result.AppointmentNotFound(), cancel("call", untold, true));
        reception.identified("other", ROBIN, IdentityLevel.VERIFIED, Relationship.SELF);
        assertEquals(new Result.AppointmentNotFound(), cancel("other", appointment, true));
        assertEquals(2, reception.live());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "*", " 7001", "7001 ", "07001", "7001; DROP TABLE", "７００１"})
    void an_odd_id_is_no_appointment(String odd) {
        assertEquals(new Result.AppointmentNotFound(), cancel("call", new AppointmentId(odd), true));
        assertStands();
    }

    @Test
    void the_calling_number_does_not_suffice_for_what_was_booked_before() {
        reception.told.keep(
                CLINIC, reception.call("weak").call(), ROBIN, Set.of(appointment), false, reception.now.get());
        reception.identified("weak", ROBIN, IdentityLevel.CALLER_ID, Relationship.SELF);
        assertEquals(new Result.NotVerified(), cancel("weak", appointment, true));
        assertStands();
    }

    @Test
    void what_this_call_booked_is_cancelled_at_the_first_level_and_whatever_the_notice() {
        reception.identified("new", ROBIN, IdentityLevel.CALLER_ID, Relationship.SELF);
        BookableSlot slot = reception.search("new").get(0);
        Booking.Command command = new Booking.Command(slot.id(), ROBIN, Optional.empty(), false);
        Booking.Result.Booked booked = assertInstanceOf(
                Booking.Result.Booked.class, reception.desk.booking().book(reception.call("new"), command));
        reception.pass(Duration.ofMinutes(119).plusSeconds(59));
        assertInstanceOf(
                Result.Cancelled.class, cancel("new", booked.appointment().id(), true));
        assertEquals(1, reception.live());
    }

    @Test
    void what_this_call_booked_is_not_cancelled_once_it_has_begun() {
        reception.told.keep(
                CLINIC, reception.call("call").call(), ROBIN, Set.of(appointment), true, reception.now.get());
        reception.now.set(Reception.at(TUESDAY, "09:00"));
        assertEquals(new Result.NotChangeable(), cancel("call", appointment, true));
        assertStands();
    }

    @Test
    void what_this_call_booked_is_an_opening_again_at_once() {
        reception.identified("new", NOA, IdentityLevel.CALLER_ID, Relationship.PARENT);
        BookableSlot slot = reception.search("new").get(0);
        Booking.Command command = new Booking.Command(slot.id(), NOA, Optional.empty(), false);
        Booking.Result.Booked booked = assertInstanceOf(
                Booking.Result.Booked.class, reception.desk.booking().book(reception.call("new"), command));
        cancel("new", booked.appointment().id(), true);
        assertEquals(slot.start(), reception.search("third").get(0).start());
    }

    @Test
    void the_clinics_notice_is_kept_to_the_moment() {
        reception.now.set(Reception.at(MONDAY, "09:00").plusMillis(1));
        assertEquals(new Result.NotChangeable(), cancel("call", appointment, true));
        assertEquals(new Result.NotChangeable(), cancel("call", appointment, false));
        assertStands();
        reception.now.set(Reception.at(MONDAY, "09:00"));
        assertInstanceOf(Result.Cancelled.class, cancel("call", appointment, true));
    }

    @Test
    void what_is_past_is_not_cancelled() {
        reception.now.set(Reception.at(TUESDAY, "09:30"));
        reception.desk.appointmentList().list(reception.call("call"), ROBIN, true);
        assertEquals(new Result.NotChangeable(), cancel("call", appointment, true));
        assertStands();
    }

    @ParameterizedTest
    @EnumSource(
            value = AppointmentStatus.class,
            names = {"MISSED", "SEEN"})
    void what_was_kept_or_missed_is_not_cancelled(AppointmentStatus status) {
        reception.emr.become(CLINIC, appointment, status);
        assertEquals(new Result.NotChangeable(), cancel("call", appointment, true));
        assertStands();
    }

    @Test
    void cancelling_what_is_cancelled_says_so_and_writes_nothing() {
        cancel("call", appointment, true);
        assertEquals(
                true,
                assertInstanceOf(Result.Cancelled.class, cancel("call", appointment, true))
                        .already());
        assertEquals(
                true,
                assertInstanceOf(Result.Cancelled.class, cancel("call", appointment, false))
                        .already());
        assertEquals(1, reception.emr.count(Request.CANCEL));
    }

    @Test
    void what_staff_cancelled_meanwhile_is_cancelled_already() {
        reception.emr.become(CLINIC, appointment, AppointmentStatus.CANCELLED);
        assertEquals(
                true,
                assertInstanceOf(Result.Cancelled.class, cancel("call", appointment, true))
                        .already());
        assertEquals(0, reception.emr.count(Request.CANCEL));
    }

    @Test
    void an_appointment_that_became_another_patients_is_not_there() {
        TwistedEmr emr = new TwistedEmr(reception);
        emr.patients = answer -> answer.stream()
                .map(each -> new Appointment(
                        each.id(),
                        each.provider(),
                        Optional.of(NOA),
                        each.time(),
                        each.emrType(),
                        each.status(),
                        each.reference()))
                .toList();
        assertEquals(
                new Result.AppointmentNotFound(),
                emr.desk()
                        .cancellation()
                        .cancel(reception.call("call"), new Cancellation.Command(appointment, true, Optional.empty())));
        assertStands();
    }

    @Test
    void an_appointment_that_is_gone_from_the_emr_is_not_there() {
        TwistedEmr emr = new TwistedEmr(reception);
        emr.patients = answer -> List.of();
        assertEquals(
                new Result.AppointmentNotFound(),
                emr.desk()
                        .cancellation()
                        .cancel(reception.call("call"), new Cancellation.Command(appointment, true, Optional.empty())));
    }
}
