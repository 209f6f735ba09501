package ca.vitaravox.ports.booking;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.patient.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Driven port: the slots of {@link BookingJournal} that somebody has to see to, of all clinics. A slot is due when its
 * write under way may be taken over; when it is booked and its call is over; and {@link #LATE_ARRIVAL} after it ended
 * {@code Booked} or {@code Compensated}, since what was written may have arrived late, or twice. What has ended is due
 * until it is {@linkplain #done done}. Thread-safe, among all servers.
 */
public interface UnfinishedWrites {
    /** How long after the EMR was asked to write it may still do so. */
    Duration LATE_ARRIVAL = Duration.ofMinutes(2);

    /** Notes that the write under way of this slot lets another appointment go once its own is there. */
    void moves(ClinicId clinic, SlotId slot, AppointmentId previous);

    /** Takes slots that are due, the longest due first; until {@code until} nobody else is given them. */
    List<Unfinished> take(int most, Instant now, Instant until);

    /** A slot that was taken is not due before {@code due}; unless anything has become of it since. */
    void later(Unfinished taken, Instant due);

    /** Nothing remains to be seen to about a slot that was taken; unless anything has become of it since. */
    void done(Unfinished taken);

    /**
     * A slot to see to.
     *
     * @param clinic whose slot
     * @param slot the slot
     * @param state being written, booked, or compensated
     * @param patient for whom it is, or was, written
     * @param since when it was first claimed for writing or, if it has ended, when that was
     * @param over when its phone call was known to be over; empty while it goes on
     * @param refused whether the call was told that nothing came of it
     * @param moves the appointment that is let go for it
     * @param turn until when it is left to whoever took it
     */
    record Unfinished(
            ClinicId clinic,
            Slot slot,
            SlotState state,
            PatientId patient,
            Instant since,
            Optional<Instant> over,
            boolean refused,
            Optional<AppointmentId> moves,
            Instant turn) {}
}
