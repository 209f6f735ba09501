package ca.vitaravox.ports.waitlist;

/** Why somebody no longer waits; that the latest day went by needs no telling. */
public enum EntryEnd {
    /** They accepted an opening. */
    BOOKED,
    /** The appointment they wanted earlier is gone. */
    APPOINTMENT_GONE,
    /** The appointment they wanted earlier was moved to an earlier time. */
    MOVED_EARLIER,
    /** The time of the appointment they wanted earlier has come. */
    APPOINTMENT_PAST,
    /** Staff took them off. */
    REMOVED
}
