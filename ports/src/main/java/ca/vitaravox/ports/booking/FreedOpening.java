package ca.vitaravox.ports.booking;

import ca.vitaravox.ports.clinic.ProviderId;
import java.time.Instant;
import java.util.Optional;

/**
 * A time that was an appointment's, and is so no longer.
 *
 * @param appointment the appointment that was cancelled or moved
 * @param provider whose time it is
 * @param time when
 * @param movedTo what the appointment was moved to; empty when it was cancelled
 */
public record FreedOpening(AppointmentId appointment, ProviderId provider, TimeRange time, Optional<MovedTo> movedTo) {
    /**
     * The appointment that took the place of another.
     *
     * @param appointment the new one
     * @param start when it begins
     */
    public record MovedTo(AppointmentId appointment, Instant start) {}

    /** Its name: the same appointment at the same time is freed once. */
    public OpeningId id() {
        return new OpeningId(appointment.value() + "@" + time.start().getEpochSecond());
    }
}
