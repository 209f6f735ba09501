package ca.vitaravox.ports.waitlist;

/**
 * Use case: give each freed opening to whoever fits it best, and see what becomes of the offers. To be run every few
 * seconds, on any number of servers. Thread-safe.
 */
@FunctionalInterface
public interface Matching {
    /** Sees to what is due, at most a handful, and says how many that were. */
    int match();
}
