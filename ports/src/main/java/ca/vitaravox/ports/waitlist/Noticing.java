package ca.vitaravox.ports.waitlist;

/**
 * Use case: notice which times come free in the EMRs themselves, where staff cancel and move appointments, as long as
 * somebody waits. To be run every few seconds, on any number of servers. Thread-safe.
 */
@FunctionalInterface
public interface Noticing {
    /** Looks at a clinic that is due, and says how many those were: 1, or 0. */
    int look();
}
