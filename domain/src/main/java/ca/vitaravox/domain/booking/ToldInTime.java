package ca.vitaravox.domain.booking;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.ToldAppointments;
import ca.vitaravox.ports.patient.PatientId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;

/**
 * Keeps which bookings a call was told of. After its deadline an answer is heard by nobody: such a booking counts as
 * untold until the call asks again, and is taken back if it never does. Thread-safe.
 */
final class ToldInTime {
    private static final Duration A_MOMENT = Duration.ofMillis(1);

    private final ToldAppointments told;
    private final InstantSource clock;

    ToldInTime(ToldAppointments told, InstantSource clock) {
        this.told = told;
        this.clock = clock;
    }

    /** Keeps that the call was told of what it booked; false, and nothing is kept, if it is too late to tell it. */
    boolean keep(CallContext call, PatientId patient, AppointmentId appointment) {
        boolean inTime = call.deadline().allows(A_MOMENT, clock.instant());
        if (inTime) {
            told.keep(call.clinic(), call.call(), patient, Set.of(appointment), true, clock.instant());
        }
        return inTime;
    }
}
