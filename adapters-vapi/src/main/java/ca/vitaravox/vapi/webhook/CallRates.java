package ca.vitaravox.vapi.webhook;

import ca.vitaravox.ports.access.CallContext;

/** How many tool calls may come from one number and for one clinic. Thread-safe. */
@FunctionalInterface
public interface CallRates {
    /** As many as come. */
    CallRates UNLIMITED = call -> true;

    /** Counts a tool call of this phone call; tells whether it may be executed. */
    boolean admits(CallContext call);
}
