package ca.vitaravox.vapi.tool;

/** Why a tool refuses; the names are part of the contract with the model. */
public enum Code {
    /** An argument is missing or wrong; the answer names it and says what to ask. */
    INVALID_ARGUMENT,
    /** No chart agrees. */
    PATIENT_NOT_FOUND,
    /** The patient was not identified in this call, or not surely enough. */
    IDENTITY_NOT_VERIFIED,
    /** Identification is closed. */
    TOO_MANY_ATTEMPTS,
    /** There is a chart already. */
    DUPLICATE_PATIENT,
    /** The clinic takes no new patients. */
    NOT_ACCEPTING_PATIENTS,
    /** The caller has yet to agree. */
    CONSENT_REQUIRED,
    /** No such provider, or more than one. */
    PROVIDER_NOT_FOUND,
    /** No such visit type. */
    VISIT_TYPE_UNKNOWN,
    /** No opening within what was asked. */
    NO_AVAILABILITY,
    /** No such slot was offered to this call. */
    SLOT_UNKNOWN,
    /** By now the slot is too near. */
    SLOT_EXPIRED,
    /** Somebody else has the time. */
    SLOT_TAKEN,
    /** Outside the days callers may book. */
    OUTSIDE_BOOKING_WINDOW,
    /** The patient has another appointment from this call. */
    ALREADY_BOOKED,
    /** The patient has as many appointments to come as the clinic allows. */
    LIMIT_REACHED,
    /** No such appointment was told to, or booked in, this call. */
    APPOINTMENT_NOT_FOUND,
    /** The appointment is past, or too near to be changed. */
    APPOINTMENT_NOT_CHANGEABLE,
    /** The caller has yet to say yes. */
    NOT_CONFIRMED,
    /** The clinic keeps no waitlist. */
    WAITLIST_DISABLED,
    /** There is nobody to hand the call to. */
    NO_TRANSFER_DESTINATION,
    /** Sent to the EMR and not confirmed yet; asking again tells the end. */
    OUTCOME_PENDING,
    /** The EMR did not answer in time; nothing was written. */
    EMR_UNAVAILABLE,
    /** Too much at once. */
    RATE_LIMITED
}
