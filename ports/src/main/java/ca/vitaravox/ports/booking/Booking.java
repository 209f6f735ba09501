package ca.vitaravox.ports.booking;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.patient.PatientId;
import java.util.List;
import java.util.Optional;

/**
 * Use case: book an offered slot. Nothing is said booked that was not seen in the EMR, alone at its time. Repeating is
 * safe: the same patient and slot give the same appointment. Thread-safe.
 */
@FunctionalInterface
public interface Booking {
    /** Books a slot for a patient. */
    Result book(CallContext call, Command command);

    /**
     * What to book.
     *
     * @param slot a slot issued to this call
     * @param patient identified in this call, at least by caller id
     * @param reason what it is for, in the caller's words, cleaned
     * @param another whether the patient knowingly wants another appointment beside one booked in this call
     */
    record Command(SlotId slot, PatientId patient, Optional<String> reason, boolean another) {}

    /** How it ended. */
    sealed interface Result {
        /**
         * It is in the EMR.
         *
         * @param appointment the appointment
         * @param already whether an earlier request of this call booked it
         */
        record Booked(PatientAppointment appointment, boolean already) implements Result {}

        /**
         * Somebody else has the time.
         *
         * @param alternatives other openings, offered but not held; may be empty
         */
        record SlotTaken(List<BookableSlot> alternatives) implements Result {}

        /**
         * The slot's provider does not see this patient for its visit type: it was found before it was known for whom.
         *
         * @param alternatives openings for this patient, offered but not held; may be empty
         */
        record NotForPatient(List<BookableSlot> alternatives) implements Result {}

        /** No such slot was issued to this call. */
        record SlotUnknown() implements Result {}

        /** By now it is inside the clinic's minimum notice. */
        record SlotExpired() implements Result {}

        /** The patient was not identified in this call. */
        record NotIdentified() implements Result {}

        /**
         * The patient has another appointment from this very call: to be confirmed.
         *
         * @param existing that appointment
         */
        record AlreadyBooked(PatientAppointment existing) implements Result {}

        /**
         * The patient has as many appointments to come as the clinic allows.
         *
         * @param most how many that is
         */
        record LimitReached(int most) implements Result {}

        /** Sent to the EMR and not confirmed yet; the same request again tells the end. */
        record Pending() implements Result {}

        /** The EMR does not answer; nothing was written. */
        record EmrUnavailable() implements Result {}
    }
}
