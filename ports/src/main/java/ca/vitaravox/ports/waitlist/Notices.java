package ca.vitaravox.ports.waitlist;

/** Use case: send the text messages that are due. To be run every few seconds, on any number of servers. Thread-safe. */
@FunctionalInterface
public interface Notices {
    /** How often a message is tried. */
    int MOST_ATTEMPTS = 5;

    /** Sees to what is due, at most a handful, and says how many that were. */
    int send();
}
