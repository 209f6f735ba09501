package ca.vitaravox.ports.task;

/** Why staff are needed. */
public enum TaskKind {
    /** A booking that nobody was told of was taken back after the call: phone the patient. */
    BOOKING_UNDONE,
    /** An appointment was moved, but the patient hung up before hearing so: phone the patient. */
    MOVE_UNTOLD,
    /** An appointment was moved, but both its times still stand: cancel one in the EMR. */
    HALF_MOVED,
    /** Somebody else was booked over an appointment that its patient knows of: move one of them. */
    DOUBLE_BOOKED,
    /** A caller left a message: read it, and call back. */
    MESSAGE,
    /** An opening came free for somebody on the waitlist: phone them; about the offer. */
    PHONE_FOR_OPENING,
    /** The clinic changed to another EMR while a booking was being written: look in the one it left. */
    LEFT_UNFINISHED
}
