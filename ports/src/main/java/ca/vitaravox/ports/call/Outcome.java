package ca.vitaravox.ports.call;

/** What came of a call. */
public enum Outcome {
    /** An appointment was booked. */
    BOOKED,
    /** One was moved. */
    RESCHEDULED,
    /** One was cancelled. */
    CANCELLED,
    /** A patient was registered. */
    REGISTERED,
    /** Somebody joined the waitlist. */
    WAITLISTED,
    /** The call was handed to a person. */
    TRANSFERRED,
    /** A message was taken. */
    MESSAGE_TAKEN,
    /** The caller got an answer and needed nothing done. */
    NO_ACTION,
    /** The caller hung up before anything came of it. */
    ABANDONED,
    /** Something broke. */
    ERROR
}
