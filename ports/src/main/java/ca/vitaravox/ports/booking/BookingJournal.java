package ca.vitaravox.ports.booking;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.patient.PatientId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Driven port: how the slots of {@link HoldLedger} become appointments. Each attempt to write is journalled before the
 * EMR is asked, and ends once. Thread-safe, among all servers.
 */
public interface BookingJournal {
    /** A slot issued to this call, and where it stands at {@code now} (a hold that ran out is {@code Expired}). */
    Optional<Entry> slot(ClinicId clinic, CallId call, SlotId slot, Instant now);

    /** The slots of this call that are being written or booked for this patient. */
    List<Entry> of(ClinicId clinic, CallId call, PatientId patient, Instant now);

    /**
     * Claims the right to write a slot until {@code until}; from then on another may take it over. The slot's time is
     * blocked from then on, whether it was held before or not. The call's other holds that
     * {@linkplain HoldLedger.Block#yieldsTo give way} do not block it; they are released once it is claimed.
     *
     * @throws java.util.NoSuchElementException if no such slot was offered
     */
    Claim claim(ClinicId clinic, SlotId slot, PatientId patient, Instant now, Instant until);

    /**
     * Ends an attempt.
     *
     * @param end {@code Booked} (its time stays blocked for {@link HoldLedger#SETTLING}), {@code Released} or
     *     {@code Compensated} (its time is free at once)
     * @return false if the attempt is not the latest or was ended before; nothing is changed then
     * @throws IllegalArgumentException if {@code end} is any other state
     */
    boolean end(ClinicId clinic, SlotId slot, int attempt, SlotState end, Instant now);

    /** The EMR no longer has this appointment: its time is free at once, its slot stays {@code Booked}. */
    void freed(ClinicId clinic, AppointmentId appointment, Instant now);

    /**
     * A slot and where it stands.
     *
     * @param slot the slot
     * @param state where it stands
     */
    record Entry(Slot slot, SlotState state) {}

    /** What came of claiming a slot. */
    sealed interface Claim {
        /**
         * It is yours to write.
         *
         * @param attempt to be named when it ends
         * @param resumed whether an earlier attempt was cut off: look the appointment up before writing it
         */
        record Yours(int attempt, boolean resumed) implements Claim {}

        /** Something else blocks its time. */
        record Blocked() implements Claim {}

        /** It is being written, or booked already; see its state. */
        record NotYours() implements Claim {}
    }
}
