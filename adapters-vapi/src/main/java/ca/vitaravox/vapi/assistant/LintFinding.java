package ca.vitaravox.vapi.assistant;

/**
 * A mistake that was found.
 *
 * @param rule which
 * @param where in what: the name of an assistant, or of one of its tools
 */
public record LintFinding(LintRule rule, String where) {
    /** Where, and what must be instead. */
    public String sentence() {
        return where + ": " + rule.sentence();
    }
}
