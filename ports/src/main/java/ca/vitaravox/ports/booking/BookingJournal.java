package ca.vitaravox.ports.booking;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.patient.PatientId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Driven port: how the slots of {@link HoldLedger} become appointments. Each attempt to write is journalled before the
 * EMR is asked, and ends once. Thread-safe, among all servers.
 */
public interface BookingJournal {
    /** A slot issued to this call, and where it stands at {@code now} (a hold that ran out is {@code Expired}). */
    Optional<Entry> slot(ClinicId clinic, CallId call, SlotId slot, Instant now);

    /** The slots of this call that are being written or booked for this patient. */
    List<Entry> of(ClinicId clinic, CallId call, PatientId patient, Instant now);

    /** Whether any slot became this appointment. */
    boolean isBooked(ClinicId clinic, AppointmentId appointment);

    /** Claims the right to write a slot whatever else is written for the patient; see {@link #claim}. */
    default Claim claim(ClinicId clinic, SlotId slot, PatientId patient, Instant now, Instant until) {
        return claim(clinic, slot, patient, Optional.empty(), now, until);
    }

    /**
     * Claims the right to write a slot until {@code until}; from then on another may take it over. The slot's time is
     * blocked from then on, whether it was held before or not. The call's other holds that
     * {@linkplain HoldLedger.Block#yieldsTo give way} do not block it; they are released once it is claimed.
     *
     * <p>Claims for one patient that are bound to the {@code room} left are counted one after the other, among all servers.
     *
     * @param room how many the patient may still have; empty if it does not matter
     * @throws java.util.NoSuchElementException if no such slot was offered
     */
    Claim claim(ClinicId clinic, SlotId slot, PatientId patient, Optional<Room> room, Instant now, Instant until);

    /**
     * Ends an attempt.
     *
     * @param end {@code Booked} (its time stays blocked for {@link HoldLedger#SETTLING}), {@code Released} or
     *     {@code Compensated} (its time is free at once, or when it says)
     * @return false if the attempt is not the latest or was ended before; nothing is changed then
     * @throws IllegalArgumentException if {@code end} is any other state
     */
    boolean end(ClinicId clinic, SlotId slot, int attempt, SlotState end, Instant now);

    /**
     * Decides which course an attempt takes, before the EMR is asked for what cannot be taken back. Whoever takes the
     * slot over is bound by it. Only one slot at a time, being written or booked, lets the same appointment go.
     *
     * @return false if the attempt is not the latest, was ended, or is on another course, or if another slot lets the
     *     appointment go that this one moves; then nothing is changed, and the EMR must not be asked
     * @throws IllegalArgumentException if {@code course} is {@code UNDECIDED}
     */
    boolean decide(ClinicId clinic, SlotId slot, int attempt, Course course);

    /**
     * Leaves the latest attempt open, with nobody at it: from {@code now} on another may take it over. When it is due to be
     * seen to does not change. Nothing happens if the attempt is not the latest or was ended.
     */
    void leave(ClinicId clinic, SlotId slot, int attempt, Instant now);

    /** The call was told that nothing came of its last attempt to write this slot for this patient. */
    void refused(ClinicId clinic, SlotId slot, PatientId patient);

    /**
     * The EMR no longer has this appointment: its time is free at once, its slot stays {@code Booked}. The appointment
     * that was let go for it may be let go again, should somebody have put it back.
     */
    void freed(ClinicId clinic, AppointmentId appointment, Instant now);

    /** The slots of which what was written for this patient is being taken back: the EMR may show it until that is done. */
    List<Slot> takenBack(ClinicId clinic, PatientId patient);

    /** The booked appointment for which another was let go, unless that was {@linkplain #freed freed} since. */
    Optional<AppointmentId> letGoFor(ClinicId clinic, AppointmentId previous);

    /**
     * A slot and where it stands.
     *
     * @param slot the slot
     * @param state where it stands
     */
    record Entry(Slot slot, SlotState state) {}

    /** What has been decided about an appointment that is being written. */
    enum Course {
        /** Nothing yet. */
        UNDECIDED,
        /** It is taken back. */
        TAKING_BACK,
        /** It stands, and the appointment that is moved is let go for it. */
        LETTING_GO
    }

    /**
     * How many appointments a patient may still have, by what was read of them before: what other slots are becoming for
     * the patient, or became within {@link HoldLedger#SETTLING}, takes from it, and must not be at the same time.
     *
     * @param more how many more there may be, the claimed one included; at least 1
     * @param known appointments that were counted already, or are known to be gone
     * @param alone whether the claimed one must be the only one of its call
     */
    record Room(int more, Set<AppointmentId> known, boolean alone) {
        /** Copied. */
        public Room {
            if (more < 1) {
                throw new IllegalArgumentException("there is no room for it to begin with");
            }
            known = Set.copyOf(known);
        }
    }

    /** What came of claiming a slot. */
    sealed interface Claim {
        /**
         * It is yours to write.
         *
         * @param attempt to be named when it ends
         * @param resumed whether an earlier attempt was cut off or taken back: look the appointment up before writing it
         * @param course what an attempt that was cut off had decided
         */
        record Yours(int attempt, boolean resumed, Course course) implements Claim {
            /** A claim under which nothing has been decided. */
            public Yours(int attempt, boolean resumed) {
                this(attempt, resumed, Course.UNDECIDED);
            }
        }

        /** Something else blocks its time, or what may still arrive for another patient. */
        record Blocked() implements Claim {}

        /** The room that was left to the patient is taken, or is being taken, by other slots. */
        record NoRoom() implements Claim {}

        /** It is being written, by somebody or for another patient, or booked already; see its state. */
        record NotYours() implements Claim {}
    }
}
