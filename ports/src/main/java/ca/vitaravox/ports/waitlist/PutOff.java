package ca.vitaravox.ports.waitlist;

/** Why a freed opening is not closed, and looked at again later. */
public enum PutOff {
    /** An offer of it is live. */
    OFFERED,
    /** Some call holds it, or is booking it, at this moment. */
    BLOCKED,
    /** Whoever it fits is being asked about another, or another offer stands in its way. */
    EVERYBODY_ASKED,
    /** The EMR did not answer. */
    EMR_SILENT
}
