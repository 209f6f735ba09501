package ca.vitaravox.ports.booking;

import ca.vitaravox.ports.clinic.ClinicId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Driven port: the slots of {@link BookingJournal} that somebody has to see to, of all clinics. A slot is due when its
 * write under way may be taken over; and when it is booked and its call is over, until it is {@linkplain #done done}.
 * Thread-safe, among all servers.
 */
public interface UnfinishedWrites {
    /** Notes that the write under way of this slot lets another appointment go once its own is there. */
    void moves(ClinicId clinic, SlotId slot, AppointmentId previous);

    /** Takes slots that are due, the longest due first; until {@code until} nobody else is given them. */
    List<Unfinished> take(int most, Instant now, Instant until);

    /** Nothing remains to be seen to about a booked slot. */
    void done(ClinicId clinic, SlotId slot);

    /**
     * A slot to see to.
     *
     * @param clinic whose slot
     * @param slot the slot
     * @param state being written, or booked
     * @param since when it was first claimed for writing
     * @param callOver whether its phone call is over
     * @param moves the appointment that is let go for it
     */
    record Unfinished(
            ClinicId clinic,
            Slot slot,
            SlotState state,
            Instant since,
            boolean callOver,
            Optional<AppointmentId> moves) {}
}
