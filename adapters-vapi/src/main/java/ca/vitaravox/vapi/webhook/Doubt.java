package ca.vitaravox.vapi.webhook;

/** What keeps a message from being executed that may have come before. */
enum Doubt {
    /** Nothing: it is new. */
    NONE,
    /** It came before, and what came of it is not known yet. */
    UNDER_WAY,
    /** It cannot be told whether it came before. */
    UNTOLD
}
