package ca.vitaravox.ports.audit;

/** What was done, and with what kind of information. */
public enum AuditAction {
    /** Charts were searched for the caller: names, numbers, birth dates. */
    IDENTIFY(InformationKind.IDENTITY),
    /** The charts of a calling number were read when its call began, before anybody asked; nobody was shown them. */
    READ_AHEAD(InformationKind.IDENTITY),
    /** The chart of a new patient was made. */
    REGISTER_PATIENT(InformationKind.IDENTITY),
    /** A chart's details were shown. */
    VIEW_CHART(InformationKind.CHART),
    /** A patient's appointments were shown, or a week of a provider's. */
    LIST_APPOINTMENTS(InformationKind.APPOINTMENTS),
    /** The tasks of a clinic's staff were shown, which name patients by id. */
    LIST_TASKS(InformationKind.TASKS),
    /** A task was said to be done. */
    FINISH_TASK(InformationKind.TASKS),
    /** An appointment was written. */
    BOOK_APPOINTMENT(InformationKind.APPOINTMENTS),
    /** An appointment was moved to another time. */
    MOVE_APPOINTMENT(InformationKind.APPOINTMENTS),
    /** An appointment was cancelled. */
    CANCEL_APPOINTMENT(InformationKind.APPOINTMENTS),
    /** Somebody was put on the waitlist: name, number, what they wait for. */
    JOIN_WAITLIST(InformationKind.WAITLIST),
    /** Somebody was taken off the waitlist. */
    LEAVE_WAITLIST(InformationKind.WAITLIST),
    /** An opening was offered to somebody on the waitlist, or an offer ended. */
    OFFER_OPENING(InformationKind.WAITLIST),
    /** The audit trail itself was read, searched or exported. */
    READ_AUDIT(InformationKind.AUDIT_TRAIL),
    /** Entries older than seven years left the trail; what they were is sealed. */
    RETIRE_ENTRIES(InformationKind.AUDIT_TRAIL),
    /** What is set up for a clinic was changed: which setting, and which of its fields, but not to what. */
    CHANGE_SETTINGS(InformationKind.SETTINGS),
    /** A clinic was connected to its EMR, step by step, or the connection was tested. */
    CONNECT_EMR(InformationKind.SETTINGS),
    /** A user took a task upon themselves. */
    TAKE_TASK(InformationKind.TASKS),
    /** A clinic's calls were shown, with the numbers they came from. */
    LIST_CALLS(InformationKind.CALLS),
    /** A call was shown with all that was done in it. */
    VIEW_CALL(InformationKind.CALLS),
    /** What was said in a call was shown, word for word. */
    VIEW_TRANSCRIPT(InformationKind.TRANSCRIPTS),
    /** What was said in a call was taken away before its time. */
    REMOVE_TRANSCRIPT(InformationKind.TRANSCRIPTS),
    /** The slots that calls hold were shown. */
    LIST_HOLDS(InformationKind.APPOINTMENTS),
    /** A user tried out a call on demo data: began it, took a step, or hung up. */
    TRY_CALL(InformationKind.CALLS),
    /** Those who wait were shown: names, numbers, what they wait for. */
    LIST_WAITLIST(InformationKind.WAITLIST);

    private final InformationKind information;

    AuditAction(InformationKind information) {
        this.information = information;
    }

    /** What kind of information it was done with. */
    public InformationKind information() {
        return information;
    }
}
