package ca.vitaravox.ports.waitlist;

/** How an offer ended. */
public enum OfferEnd {
    /** The person took it. */
    ACCEPTED,
    /** The person did not want it. */
    DECLINED,
    /** It was held for as long as it may be, and nobody said yes. */
    EXPIRED,
    /** Somebody else booked the time, or it can no longer be booked. */
    TAKEN,
    /** Its start came too near. */
    TOO_CLOSE,
    /** The person no longer waits. */
    WITHDRAWN
}
