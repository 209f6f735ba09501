package ca.vitaravox.ports.contract.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.ToldAppointments;
import ca.vitaravox.ports.booking.ToldAppointments.Told;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.Clinics;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.ports.patient.PatientId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link ToldAppointments} promises. */
public abstract class ToldAppointmentsContract implements Clinics {
    private static final Instant NOW = Instant.parse("2026-03-02T17:00:00Z");
    private static final PatientId ROBIN = new PatientId("1");
    private static final AppointmentId ONE = new AppointmentId("7001");
    private static final AppointmentId TWO = new AppointmentId("7002");

    private ToldAppointments told;
    private ClinicId clinic;
    private CallId call;

    /** The appointments told. */
    protected abstract ToldAppointments toldAppointments();

    @BeforeEach
    void open() {
        told = toldAppointments();
        clinic = newClinic();
        call = Fresh.call();
    }

    private Optional<Told> told(AppointmentId appointment) {
        return told.told(clinic, call, appointment);
    }

    @Test
    void nothing_is_known_of_an_appointment_that_was_not_told() {
        told.keep(clinic, call, ROBIN, Set.of(), false, NOW);
        told.keep(clinic, call, ROBIN, Set.of(ONE), false, NOW);
        assertEquals(Optional.empty(), told(TWO));
    }

    @Test
    void all_appointments_told_are_kept_with_their_patient() {
        told.keep(clinic, call, ROBIN, Set.of(ONE, TWO), false, NOW);
        assertEquals(Optional.of(new Told(ROBIN, false)), told(ONE));
        assertEquals(Optional.of(new Told(ROBIN, false)), told(TWO));
    }

    @Test
    void an_appointment_that_the_call_booked_stays_so_when_it_is_told_of_it_later() {
        told.keep(clinic, call, ROBIN, Set.of(ONE), true, NOW);
        told.keep(clinic, call, ROBIN, Set.of(ONE, TWO), false, NOW.plusSeconds(1));
        assertEquals(Optional.of(new Told(ROBIN, true)), told(ONE));
        assertEquals(Optional.of(new Told(ROBIN, false)), told(TWO));
    }

    @Test
    void an_appointment_told_before_may_turn_out_to_be_booked_here() {
        told.keep(clinic, call, ROBIN, Set.of(ONE), false, NOW);
        told.keep(clinic, call, ROBIN, Set.of(ONE), true, NOW.plusSeconds(1));
        assertEquals(Optional.of(new Told(ROBIN, true)), told(ONE));
    }

    @Test
    void what_a_call_was_told_before_it_was_over_was_heard() {
        told.keep(clinic, call, ROBIN, Set.of(ONE), true, NOW);
        told.keep(clinic, call, ROBIN, Set.of(ONE, TWO), false, NOW.plusSeconds(2));
        assertTrue(told.heard(clinic, ONE, call, Optional.empty()));
        assertTrue(told.heard(clinic, ONE, call, Optional.of(NOW)), "by the first telling");
        assertFalse(told.heard(clinic, ONE, call, Optional.of(NOW.minusMillis(1))));
        assertFalse(told.heard(clinic, TWO, call, Optional.of(NOW.plusSeconds(1))));
    }

    @Test
    void what_another_call_of_the_clinic_was_told_was_heard() {
        told.keep(clinic, Fresh.call(), ROBIN, Set.of(ONE), false, NOW);
        assertTrue(told.heard(clinic, ONE, call, Optional.of(NOW.minusSeconds(1))));
        assertFalse(told.heard(clinic, TWO, call, Optional.empty()));
        assertFalse(told.heard(newClinic(), ONE, call, Optional.empty()));
    }

    @Test
    void what_one_call_was_told_no_other_call_or_clinic_knows() {
        told.keep(clinic, call, ROBIN, Set.of(ONE), true, NOW);
        assertEquals(Optional.empty(), told.told(clinic, Fresh.call(), ONE));
        assertEquals(Optional.empty(), told.told(newClinic(), call, ONE));
    }

    @Test
    void a_cancellation_that_was_begun_is_settled_once_by_its_call() {
        told.keep(clinic, call, ROBIN, Set.of(ONE, TWO), false, NOW);
        told.cancelling(clinic, call, ONE);
        told.cancelling(clinic, call, ONE);
        assertFalse(told.settled(clinic, call, TWO));
        assertFalse(told.settled(clinic, Fresh.call(), ONE));
        assertTrue(told.settled(clinic, call, ONE));
        assertFalse(told.settled(clinic, call, ONE));
    }

    @Test
    void a_cancellation_begun_stays_so_when_the_call_is_told_of_the_appointment_again() {
        told.keep(clinic, call, ROBIN, Set.of(ONE), false, NOW);
        told.cancelling(clinic, call, ONE);
        told.keep(clinic, call, ROBIN, Set.of(ONE), false, NOW.plusSeconds(1));
        assertTrue(told.settled(clinic, call, ONE));
    }

    @Test
    void what_a_call_was_not_told_of_it_does_not_cancel() {
        told.cancelling(clinic, call, ONE);
        told.keep(clinic, call, ROBIN, Set.of(ONE), false, NOW);
        assertFalse(told.settled(clinic, call, ONE));
    }
}
