package ca.vitaravox.ports.access;

/** Why a password is refused. */
public enum PasswordWeakness {
    /** Fewer than 12 characters. */
    SHORT,
    /** More than 256 characters. */
    LONG,
    /** Everybody tries it, also with digits and signs around it. */
    COMMON,
    /** It contains the name in the user's address, or ours. */
    PERSONAL,
    /** It is the one the user had. */
    SAME
}
