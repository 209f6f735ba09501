package ca.vitaravox.ports.clinic;

/**
 * A clinic's EMR could not be read: no answer in time, an answer that makes no sense, or a refusal. Its message names
 * no patient. Writes never throw it: they say with {@code WriteResult} what is known.
 */
public final class EmrUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** An EMR that failed for the reason given, in words fit for a log. */
    public EmrUnavailableException(String reason) {
        super(reason);
    }

    /** An EMR that failed for the reason given, in words fit for a log, with its cause. */
    public EmrUnavailableException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
