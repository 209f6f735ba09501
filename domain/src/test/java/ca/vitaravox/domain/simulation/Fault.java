package ca.vitaravox.domain.simulation;

/** What can go wrong. */
enum Fault {
    /** The EMR is not reached, and that is certain. */
    REFUSED,
    /** A request gets lost. */
    LOST,
    /** A request arrives, its answer gets lost. */
    UNANSWERED,
    /** A request is given up, and arrives up to two minutes later. */
    LATE,
    /** A request arrives, and once more up to two minutes later. */
    TWICE,
    /** The EMR answers with an error or with garbage, having done what it was asked to or not. */
    BROKEN,
    /** The EMR takes its time. */
    SLOW,
    /** A server, or our own database, stands still for a while. */
    STALL,
    /** A server dies, and another takes its place some time later. */
    DEATH,
    /** While we are about to book a time, staff give it to somebody else. */
    RIVAL,
    /** A caller hangs up without waiting for the answer. */
    IMPATIENCE,
    /** The platform asks the same question twice at once. */
    ECHO
}
