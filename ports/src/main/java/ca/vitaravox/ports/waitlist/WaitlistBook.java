package ca.vitaravox.ports.waitlist;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Driven port: who waits. Whoever waits comes in this order: priority, then who waits longest, then by id. An entry whose
 * time is over waits no longer, without anybody having to end it. Each method is one transaction. Thread-safe, among all
 * servers.
 */
public interface WaitlistBook {
    /**
     * Puts somebody on the list. One person ({@linkplain Person#key by name and number}, or by chart) has one entry.
     * Whoever asks for somebody who is there already is told so only if the entry was made from their number or in their
     * call, or is under their number, or is of a patient identified to them; to others it looks as if it were a new
     * entry, also in every position and limit thereafter.
     */
    Joining join(ClinicId clinic, WaitlistEntry entry, Asking asking, Limits limits, Instant now);

    /** Everybody who waits at {@code now}, in order. */
    List<Waiting> waiting(ClinicId clinic, Instant now);

    /** An entry that waits at {@code now}. */
    Optional<WaitlistEntry> entry(ClinicId clinic, EntryId entry, Instant now);

    /**
     * Ends an entry, and with it the offer that is live for it.
     *
     * @return false if it ended before; nothing is changed then
     */
    boolean end(ClinicId clinic, EntryId entry, EntryEnd why, Instant now);

    /** Whoever waits for something earlier than an appointment does so from now on for something earlier than another. */
    void instead(ClinicId clinic, AppointmentId before, WaitlistEntry.Instead now);

    /** Sets an entry's priority; the place among those of the same priority stays. */
    void prioritise(ClinicId clinic, EntryId entry, Priority priority);

    /**
     * Who puts somebody on the list.
     *
     * @param call in which phone call
     * @param caller from which number; empty when withheld
     */
    record Asking(CallId call, Optional<PhoneNumber> caller) {}

    /**
     * How many may wait.
     *
     * @param perNumber put on the list from one number, or in one call where the number is withheld
     * @param perClinic in all
     */
    record Limits(int perNumber, int perClinic) {}

    /**
     * Somebody who waits.
     *
     * @param entry who, and for what
     * @param asked whether an offer is live for them
     */
    record Waiting(WaitlistEntry entry, boolean asked) {}

    /** What came of putting somebody on the list. */
    sealed interface Joining {
        /**
         * They are on it.
         *
         * @param position their place, from 1
         */
        record Joined(int position) implements Joining {}

        /**
         * They were on it before, and may know so.
         *
         * @param position their place, from 1
         */
        record Already(int position) implements Joining {}

        /** As many wait as may. */
        record Full() implements Joining {}
    }
}
