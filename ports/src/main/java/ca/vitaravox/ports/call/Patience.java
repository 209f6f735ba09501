package ca.vitaravox.ports.call;

import ca.vitaravox.ports.access.CallContext;

/**
 * Use case: notice that the assistant goes on getting one thing wrong, so that the caller is handed to a person instead
 * of being asked the same thing for ever. Thread-safe.
 */
@FunctionalInterface
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
}
