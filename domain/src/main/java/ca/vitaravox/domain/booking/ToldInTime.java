package ca.vitaravox.domain.booking;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.BookingJournal;
import ca.vitaravox.ports.booking.Slot;
import ca.vitaravox.ports.booking.ToldAppointments;
import ca.vitaravox.ports.patient.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

/**
 * Keeps which bookings a call was told of. After its deadline an answer is heard by nobody: such a booking counts as
 * untold until the call asks again, and is taken back if it never does. Thread-safe.
 */
final class ToldInTime {
    /** What keeping it, and getting the answer out, may take. */
    private static final Duration A_MOMENT = Duration.ofMillis(50);

    private final ToldAppointments told;
    private final BookingJournal journal;
    private final InstantSource clock;

    ToldInTime(ToldAppointments told, BookingJournal journal, InstantSource clock) {
        this.told = told;
        this.journal = journal;
        this.clock = clock;
    }

    /** Keeps that the call was told of what it booked; false, and nothing is kept, if it is too late to tell it. */
    boolean keep(CallContext call, PatientId patient, AppointmentId appointment) {
        return keep(call, patient, Set.of(appointment), true);
    }

    /** Keeps that the call was told of appointments, {@code booked} if it booked them itself; false if it is too late. */
    boolean keep(CallContext call, PatientId patient, Set<AppointmentId> appointments, boolean booked) {
        Instant now = clock.instant();
        boolean inTime = call.deadline().allows(A_MOMENT, now);
        if (inTime) {
            told.keep(call.clinic(), call.call(), patient, appointments, booked, now);
        }
        return inTime;
    }

    /** Keeps that the call was told that nothing came of a slot; false if it is too late. */
    boolean refused(CallContext call, PatientId patient, Slot slot) {
        boolean inTime = call.deadline().allows(A_MOMENT, clock.instant());
        if (inTime) {
            journal.refused(call.clinic(), slot.id(), patient);
        }
        return inTime;
    }
}
