package ca.vitaravox.ports.waitlist;

/** Why a freed opening is offered to nobody on the waitlist, or to nobody any more. */
public enum OpeningEnd {
    /** Somebody on the waitlist took it. */
    FILLED,
    /** Nobody waits. */
    NOBODY_WAITING,
    /** Nobody who waits, and was not asked yet, waits for such. */
    NOBODY_FITS,
    /** It was booked by somebody else, or can no longer be booked. */
    TAKEN,
    /** Its start is too near. */
    TOO_CLOSE,
    /** The clinic has switched its waitlist off. */
    WAITLIST_OFF
}
