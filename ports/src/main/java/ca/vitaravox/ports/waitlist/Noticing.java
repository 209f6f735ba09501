package ca.vitaravox.ports.waitlist;

/**
 * Use case: notice which times come free in the EMRs themselves, where staff cancel and move appointments, as long as
 * somebody waits. To be run every few seconds, on any number of servers. Thread-safe.
 */
@FunctionalInterface
public interface Noticing {
    /** Looks at what is due, at most a handful of clinics, and says how many those were. */
    int look();
}
