package ca.vitaravox.ports.booking;

/**
 * Use case: see to writes that nobody finished. A server died, the EMR fell silent, or the caller hung up before hearing
 * the end: what is in the EMR is found, what nobody was told of is taken back and becomes a task for staff, and what
 * never arrived frees its time. To be run every few seconds, on any number of servers. Thread-safe.
 */
@FunctionalInterface
public interface Finishing {
    /** Sees to what is due, at most a handful, and says how many that were. */
    int finish();
}
