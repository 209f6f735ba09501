package ca.vitaravox.domain.emr;

/** How an {@link InMemoryEmr} fails at a request. Whatever is read fails the same in all of them but {@link #NONE}. */
public enum Trouble {
    /** It does not. */
    NONE,
    /** It cannot be reached: nothing is written, and that is certain. */
    DOWN,
    /** It does not answer, and nothing is written, which nobody knows. */
    SILENT,
    /** It does not answer, but writes. */
    UNANSWERED,
    /** It does not answer, and writes when {@link InMemoryEmr#lateWritesArrive} says so. */
    LATE
}
