package ca.vitaravox.ports.call;

import ca.vitaravox.ports.access.CallContext;

/**
 * Use case: notice that the assistant goes on getting one thing wrong, so that the caller is handed to a person instead
 * of being asked the same thing for ever; or that the EMR is not there. Thread-safe.
 */
public interface Patience {
    /** After so many failures of a kind in a call a person takes over. */
    int FAILURES = 3;

    /**
     * Notes a failure.
     *
     * @param tool the tool that was refused
     * @param kind what was wrong, the same for what is wrong in the same way; at most 100 characters
     * @return whether that was one too many
     */
    boolean isOver(CallContext call, String tool, String kind);

    /**
     * Notes that the clinic's EMR did not answer, whichever tool asked it.
     *
     * @return whether a person takes over: at once while the EMR is left alone, else when it failed too often in the call
     */
    boolean isOverForSilence(CallContext call);
}
