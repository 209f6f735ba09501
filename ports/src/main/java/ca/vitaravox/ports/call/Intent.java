package ca.vitaravox.ports.call;

/** What a caller wanted. */
public enum Intent {
    /** To book an appointment. */
    BOOK,
    /** To move one. */
    RESCHEDULE,
    /** To cancel one. */
    CANCEL,
    /** To hear of their appointments. */
    CHECK,
    /** To become a patient. */
    REGISTER,
    /** To join the waitlist. */
    WAITLIST,
    /** To leave a message. */
    MESSAGE,
    /** To ask something about the clinic. */
    INQUIRY,
    /** Something else. */
    OTHER
}
