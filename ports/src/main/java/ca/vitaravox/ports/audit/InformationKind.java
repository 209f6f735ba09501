package ca.vitaravox.ports.audit;

/** What kind of information was dealt with, as PHIPA s. 10.1 asks for it. */
public enum InformationKind {
    /** Who somebody is: names, numbers, birth dates, and whether they have a chart. */
    IDENTITY,
    /** The details of a chart. */
    CHART,
    /** When somebody is seen, by whom, for what. */
    APPOINTMENTS,
    /** What somebody waits for. */
    WAITLIST,
    /** What staff have to do, and messages that callers left. */
    TASKS,
    /** Who called, when, and what was said of it. */
    CALLS,
    /** What was said in a call, word for word. */
    TRANSCRIPTS,
    /** How a clinic is set up: nobody's. */
    SETTINGS,
    /** Who looked at whose information. */
    AUDIT_TRAIL
}
