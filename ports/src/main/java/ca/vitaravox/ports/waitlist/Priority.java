package ca.vitaravox.ports.waitlist;

/** Who comes first, whoever waits longer; set by staff. In order. */
public enum Priority {
    /** Before all others. */
    URGENT,
    /** As they came. */
    USUAL
}
