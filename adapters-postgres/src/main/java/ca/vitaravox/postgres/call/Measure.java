package ca.vitaravox.postgres.call;

/** What is counted of the calls of a day. Each has a word of its own in the table. */
enum Measure {
    /** Calls, by the hour in which they began. */
    HOUR,
    /** Calls, by what the caller wanted. */
    INTENT,
    /** Calls, by what came of them. */
    OUTCOME,
    /** Tool calls, by tool and class of duration. */
    TOOL,
    /** Calls that users tried out, which no other measure counts. */
    TRIAL,
    /** Refused tool calls, by tool and code. */
    REFUSAL,
    /** Requests to the EMR that it answered, by class of duration. */
    EMR,
    /** Requests to the EMR that it did not, or with a fault of its own, likewise. */
    EMR_FAILURE
}
