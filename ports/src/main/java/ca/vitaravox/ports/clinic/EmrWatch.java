package ca.vitaravox.ports.clinic;

import java.util.List;

/** Driven port: watches what EMRs are asked in the course of a piece of work. Thread-safe. */
@FunctionalInterface
public interface EmrWatch {
    /** Sees nothing. */
    EmrWatch BLIND = () -> List::of;

    /** Watches this thread, and those that work for it, until what is returned is closed by this thread. */
    Watched watch();

    /** What is seen. */
    @FunctionalInterface
    interface Watched extends AutoCloseable {
        /**
         * The requests so far, in the order they were sent, {@value #MOST} at most; one that is not answered yet has taken
         * as long as it has.
         */
        List<EmrRequest> requests();

        /** How many are kept at most: far more than any tool makes. */
        int MOST = 50;

        @Override
        default void close() {}
    }
}
