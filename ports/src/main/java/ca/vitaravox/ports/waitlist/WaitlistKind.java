package ca.vitaravox.ports.waitlist;

/** What somebody waits for. */
public enum WaitlistKind {
    /** To be taken on as a patient. */
    NEW_PATIENT,
    /** An appointment earlier than what was to be had, or than the one they have. */
    EARLIER_APPOINTMENT
}
