package ca.vitaravox.ports.task;

/** Why staff are needed. */
public enum TaskKind {
    /** A booking that nobody was told of was taken back after the call: phone the patient. */
    BOOKING_UNDONE,
    /** Two appointments stand at one time, and one of them could not be taken back: sort it out in the EMR. */
    DOUBLE_BOOKING,
    /** An appointment was moved, but both its times still stand: cancel one in the EMR. */
    HALF_MOVED
}
