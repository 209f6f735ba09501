package ca.vitaravox.ports.booking;

import ca.vitaravox.ports.access.CallContext;
import java.util.Optional;

/** Use case: cancel an appointment. Repeating is safe. Thread-safe. */
@FunctionalInterface
public interface Cancellation {
    /** Cancels an appointment that was told to, or booked in, this call. */
    Result cancel(CallContext call, Command command);

    /**
     * What to cancel.
     *
     * @param appointment which
     * @param confirmed whether the caller said yes to cancelling this one
     * @param reason why, in the caller's words, cleaned
     */
    record Command(AppointmentId appointment, boolean confirmed, Optional<String> reason) {}

    /** How it ended. */
    sealed interface Result {
        /**
         * It is cancelled in the EMR.
         *
         * @param appointment the appointment
         * @param already whether it was so before
         */
        record Cancelled(PatientAppointment appointment, boolean already) implements Result {}

        /**
         * The caller has yet to say yes.
         *
         * @param appointment the appointment it is about
         */
        record NotConfirmed(PatientAppointment appointment) implements Result {}

        /** It was neither told to nor booked in this call, or the EMR no longer has it. */
        record AppointmentNotFound() implements Result {}

        /** The patient must be verified first. */
        record NotVerified() implements Result {}

        /** It is past, or inside the clinic's notice period. */
        record NotChangeable() implements Result {}

        /** Sent to the EMR and not confirmed yet; the same request again tells the end. */
        record Pending() implements Result {}

        /** The EMR does not answer; nothing was changed. */
        record EmrUnavailable() implements Result {}
    }
}
