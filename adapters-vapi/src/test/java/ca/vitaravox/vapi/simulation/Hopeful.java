package ca.vitaravox.vapi.simulation;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.AppointmentStatus;
import ca.vitaravox.ports.booking.Booking;
import ca.vitaravox.ports.booking.PatientAppointment;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;

/** Takes what was sent to the EMR and not confirmed for booked: it will work out. */
record Hopeful(Booking booking) implements Booking {
    @Override
    public Result book(CallContext call, Command command) {
        Result result = booking.book(call, command);
        return result instanceof Result.Pending ? new Result.Booked(hoped(call), false) : result;
    }

    private static PatientAppointment hoped(CallContext call) {
        return new PatientAppointment(
                new AppointmentId("soon"),
                Optional.empty(),
                Optional.empty(),
                call.deadline().end().atZone(ZoneOffset.UTC),
                Duration.ofMinutes(15),
                AppointmentStatus.BOOKED);
    }
}
