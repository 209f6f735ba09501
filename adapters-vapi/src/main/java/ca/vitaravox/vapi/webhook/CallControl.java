package ca.vitaravox.vapi.webhook;

import ca.vitaravox.ports.clinic.PhoneNumber;

/** How the voice platform is told what to do with a call that goes on. Thread-safe. */
@FunctionalInterface
public interface CallControl {
    /** Tells nobody anything: calls are handed on when the voice platform asks where to. */
    CallControl OFF = (address, number, sentence) -> false;

    /**
     * Has a call handed on.
     *
     * @param address where the platform takes orders for this call, as it said itself: checked before anything is sent
     * @param number where the call goes
     * @param sentence what the caller hears before
     * @return whether the platform took the order; it is given once, and never again
     */
    boolean transfer(String address, PhoneNumber number, String sentence);
}
