package ca.vitaravox.ports.booking;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.patient.PatientId;
import java.util.List;

/** Use case: tell a patient their appointments. Thread-safe. */
@FunctionalInterface
public interface AppointmentList {
    /** How many appointments are told at once. */
    int MOST_TOLD = 3;

    /** The next appointments of a patient verified in this call, or with {@code past} the latest of those gone by. */
    Result list(CallContext call, PatientId patient, boolean past);

    /** The appointments, or why they are not told. */
    sealed interface Result {
        /**
         * The appointments; without their visit types when somebody calls for the patient.
         *
         * @param appointments at most {@link #MOST_TOLD}, nearest first
         * @param more whether there are more
         */
        record Listed(List<PatientAppointment> appointments, boolean more) implements Result {}

        /** The patient was not verified in this call. */
        record NotVerified() implements Result {}

        /** The EMR did not answer. */
        record EmrUnavailable() implements Result {}
    }
}
