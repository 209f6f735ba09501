package ca.vitaravox.ports.call;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.clinic.ClinicId;

/**
 * Use case: get ready for a call that begins, so that its first questions are answered from memory: the charts of the
 * calling number, and the coming days. Nobody is identified and nothing is held by it. Thread-safe.
 */
@FunctionalInterface
public interface CallStart {
    /**
     * Reads ahead, until the call's deadline at the latest. An EMR that does not answer is no error.
     *
     * @param call the call; its deadline is that of the reading
     */
    void prepare(CallContext call);

    /** The clinic has another EMR from now on: nothing that was read of the one before counts any more. */
    default void forget(ClinicId clinic) {}
}
