package ca.vitaravox.ports.audit;

/** What was done with a patient's information, and thereby what kind of information it was. */
public enum AuditAction {
    /** Charts were searched for the caller: names, numbers, birth dates. */
    IDENTIFY,
    /** The charts of a calling number were read when its call began, before anybody asked; nobody was shown them. */
    READ_AHEAD,
    /** The chart of a new patient was made. */
    REGISTER_PATIENT,
    /** A chart's details were shown. */
    VIEW_CHART,
    /** A patient's appointments were shown. */
    LIST_APPOINTMENTS,
    /** The tasks of a clinic's staff were shown, which name patients by id. */
    LIST_TASKS,
    /** A task was said to be done. */
    FINISH_TASK,
    /** An appointment was written. */
    BOOK_APPOINTMENT,
    /** An appointment was moved to another time. */
    MOVE_APPOINTMENT,
    /** An appointment was cancelled. */
    CANCEL_APPOINTMENT,
    /** Somebody was put on the waitlist: name, number, what they wait for. */
    JOIN_WAITLIST,
    /** Somebody was taken off the waitlist. */
    LEAVE_WAITLIST,
    /** An opening was offered to somebody on the waitlist, or an offer ended. */
    OFFER_OPENING
}
