package ca.vitaravox.ports.patient;

/** Driven port: the phonetics of names. Thread-safe. */
@FunctionalInterface
public interface NameSounds {
    /** Whether two single names, in lower-case ASCII letters, may sound the same on a telephone. */
    boolean alike(String one, String other);
}
