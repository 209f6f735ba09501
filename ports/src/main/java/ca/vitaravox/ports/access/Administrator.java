package ca.vitaravox.ports.access;

/** Who manages users. */
public sealed interface Administrator {
    /** A user, in a session; what they may do depends on their role. */
    record Admin(LiveSession session) implements Administrator {}

    /** Whoever has a shell on the server: everything. */
    record Console() implements Administrator {}
}
