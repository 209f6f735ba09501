package ca.vitaravox.ports.booking;

import ca.vitaravox.ports.access.CallContext;
import java.util.List;
import java.util.Optional;

/**
 * Use case: move an appointment to an offered slot. The new time is secured in the EMR before the old is let go; failing
 * half-way leaves one of them, or staff a task. Repeating is safe. Thread-safe.
 */
@FunctionalInterface
public interface Moving {
    /** Moves an appointment that was told to, or booked in, this call. */
    Result move(CallContext call, Command command);

    /**
     * What to move, and where to.
     *
     * @param appointment which
     * @param slot a slot issued to this call
     * @param confirmed whether the caller said yes to moving this one there
     * @param reason why, in the caller's words, cleaned
     */
    record Command(AppointmentId appointment, SlotId slot, boolean confirmed, Optional<String> reason) {}

    /** How it ended. */
    sealed interface Result {
        /**
         * It is moved in the EMR.
         *
         * @param appointment the new appointment
         * @param previous the old one, cancelled
         * @param already whether an earlier request of this call moved it
         */
        record Moved(PatientAppointment appointment, PatientAppointment previous, boolean already) implements Result {}

        /**
         * The caller has yet to say yes.
         *
         * @param appointment the appointment it is about
         * @param to the slot it would be moved to
         */
        record NotConfirmed(PatientAppointment appointment, BookableSlot to) implements Result {}

        /** It was neither told to nor booked in this call, or the EMR no longer has it. */
        record AppointmentNotFound() implements Result {}

        /** The patient must be verified first. */
        record NotVerified() implements Result {}

        /** It is past, inside the clinic's notice period, or cancelled. */
        record NotChangeable() implements Result {}

        /** No such slot was issued to this call. */
        record SlotUnknown() implements Result {}

        /** By now the slot is inside the clinic's minimum notice. */
        record SlotExpired() implements Result {}

        /**
         * Somebody else has the time; the old appointment stands.
         *
         * @param alternatives other openings, offered but not held; may be empty
         */
        record SlotTaken(List<BookableSlot> alternatives) implements Result {}

        /**
         * The slot's provider does not see this patient for its visit type, or the patient has another appointment then;
         * the old one stands.
         *
         * @param alternatives openings for this patient, offered but not held; may be empty
         */
        record NotForPatient(List<BookableSlot> alternatives) implements Result {}

        /** Sent to the EMR and not confirmed yet; the same request again tells the end. */
        record Pending() implements Result {}

        /** The EMR does not answer; nothing was changed. */
        record EmrUnavailable() implements Result {}
    }
}
