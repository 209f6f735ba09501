package ca.vitaravox.ports.call;

import java.util.Locale;

/** Why a caller is to speak with a person. Emergencies are none of these: they are told to dial 911. */
public enum TransferReason {
    /** A question only a clinician may answer. */
    MEDICAL_QUESTION,
    /** A prescription. */
    PRESCRIPTION,
    /** The results of a test. */
    TEST_RESULTS,
    /** The caller will be late for an appointment. */
    RUNNING_LATE,
    /** A bill. */
    BILLING,
    /** The caller has had enough of the assistant. */
    FRUSTRATED,
    /** Registering went wrong. */
    REGISTRATION_ERROR,
    /** The caller wants a person. */
    PATIENT_REQUEST,
    /** The caller wants to leave a message, and nobody in person. */
    LEAVE_MESSAGE;

    /** The reason in a word: {@code medical_question}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
