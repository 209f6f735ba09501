package ca.vitaravox.ports.waitlist;

/** What became of a text message. */
public enum NoticeEnd {
    /** A provider took it. */
    SENT,
    /** No provider of text messages is configured: it was not sent. */
    NO_PROVIDER,
    /** A provider failed as often as it is tried: it was not sent. */
    GIVEN_UP,
    /** The offer no longer waited for the person when its turn came: it was not sent. */
    NO_LONGER_TRUE
}
