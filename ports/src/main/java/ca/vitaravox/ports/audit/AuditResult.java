package ca.vitaravox.ports.audit;

/** How an audited action ended. */
public enum AuditResult {
    /** About to be done: written before the EMR is asked to change anything. */
    INTENDED,
    /** Done. */
    DONE,
    /** Looked for and not found, or not agreeing with the chart. */
    NOT_FOUND,
    /** Refused by a rule. */
    REFUSED,
    /** Taken back: the EMR is as it was before. */
    UNDONE,
    /** Not known yet: the EMR gave no answer. */
    UNKNOWN
}
