package ca.vitaravox.vapi.assistant;

/** A mistake in an assistant that the voice platform takes without a word, and callers pay for. */
public enum LintRule {
    /** Its tools are then never called. */
    TOOL_CALLS_NOT_SENT("serverMessages must list tool-calls, or no tool is ever called."),
    /** Messages nobody here answers, or that take call control out of the platform's hands. */
    MESSAGES_TOO_MANY("serverMessages must list nothing but what is answered or kept here."),
    /** Longer names are refused. */
    NAME_TOO_LONG("The name must have at most 40 characters."),
    /** From there on some of the platform's workers refuse an assistant. */
    CALL_TOO_LONG("maxDurationSeconds must be set, and below 900."),
    /** The default cuts a tool's arguments in the middle. */
    TOO_FEW_TOKENS("model.maxTokens must be set, to 300 or more, or tool arguments are cut off."),
    /** Two sources name two defaults. */
    NO_TEMPERATURE("model.temperature must be set."),
    /** They are UTC: tomorrow begins at five in the afternoon. */
    UTC_TIME("The prompt must use {{\"now\" | date: …, zone}}: {{now}}, {{date}} and {{time}} are UTC."),
    /** On by default. */
    RECORDS_UNASKED("artifactPlan.recordingEnabled must be false, or callers be asked by a recordingConsentPlan."),
    /** It is made of the transcript; out of an empty one a model makes something up. Both are on by default. */
    SUMS_UP_NOTHING("analysisPlan.summaryPlan must be off where artifactPlan.transcriptPlan is."),
    /** Calls die of them. */
    GONE_FIELD("endCallFunctionEnabled, silenceTimeoutSeconds and the like are gone: remove them."),
    /** Or silent lines stay open until the call's longest time. */
    NO_SILENCE_HOOK("A hook on customer.speech.timeout must ask silent callers."),
    /** A report that is sent once is lost with one failure. */
    REPORT_NOT_REPEATED("server.backoffPlan must repeat the report of a call's end."),
    /** Refused, or never heard. */
    KEYWORD_MALFORMED("Each of transcriber.keywords must be one word with a weight, for nova-2; nova-3 takes keyterm."),
    /** The platform keeps one of them. */
    TOOL_TWICE("No two tools may have the same name."),
    /** The model talks of it and cannot do it. */
    TOOL_MISSING("Every tool of the catalogue must be attached."),
    /** Longer ones degrade silently. */
    DESCRIPTION_TOO_LONG("A tool's description must have fewer than 1,000 characters."),
    /** Its answer is ignored and success is told at once. */
    ASYNC("No tool of ours may be async: its answer would be ignored."),
    /** Dropped silently for such a schema. */
    STRICT_DROPPED("strict must be false, unless every property is required and no other allowed."),
    /** Who is calling would be whatever the model says. */
    STATIC_PARAMETERS_MISSING("Each tool must carry caller_number, called_number and call_id as static parameters."),
    /** Vapi would stop waiting for a write that still happens. */
    TIMEOUT_TOO_SHORT("A tool's server.timeoutSeconds must be above our own deadline."),
    /** A write sent twice. */
    WRITE_REPEATED("A tool that writes must have backoffPlan.maxRetries 0."),
    /** A random filler is said instead. */
    NO_FILLER("Each tool must have a request-start message."),
    /** Success that nobody has confirmed yet. */
    FILLER_PROMISES("A request-start message must not promise what has not happened."),
    /** It is said whatever the tool answered. */
    SAYS_COMPLETE("A tool must have no request-complete message: the answer has its own words."),
    /** Taken for request-failed. */
    MESSAGE_TYPE_UNKNOWN("A tool message's type must be one that exists: others are taken for request-failed."),
    /** Anybody could call our tools, or ours are refused. */
    NOT_AUTHENTICATED("Each server must name a credentialId, and no Authorization among its headers.");

    private final String sentence;

    LintRule(String sentence) {
        this.sentence = sentence;
    }

    /** What must be, in a sentence. */
    public String sentence() {
        return sentence;
    }
}
