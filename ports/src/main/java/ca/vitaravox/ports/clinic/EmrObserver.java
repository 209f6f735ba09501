package ca.vitaravox.ports.clinic;

import java.util.OptionalInt;

/** Driven port: told of every request that is sent to an EMR, by the thread that sends it. Thread-safe. */
@FunctionalInterface
public interface EmrObserver {
    /** Cares for none. */
    EmrObserver NOBODY = operation -> status -> {};

    /**
     * A request is being sent; it must not be kept waiting.
     *
     * @param operation as {@link EmrRequest#operation} has it
     * @return whom to tell once how it ended, on whichever thread
     */
    Ending sending(String operation);

    /** How a request ends. */
    @FunctionalInterface
    interface Ending {
        /** It was answered with this status; or, if empty, it was not. */
        void ended(OptionalInt status);
    }
}
