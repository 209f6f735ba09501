package ca.vitaravox.domain.simulation;

import ca.vitaravox.ports.access.CallContext;

/** Something a caller wants: how it is asked for, and what its answer means. */
interface Errand<T> {
    T ask(Receptionist desk, CallContext call);

    /** An answer in a few words. */
    default String inShort(T answer) {
        return answer.getClass().getSimpleName();
    }

    /** An answer left in time, whether anybody listens or not. */
    default void answered(T answer) {}

    /** Whether this is the one answer, however often and under whichever server's hands the question comes again. */
    default boolean isFinal(T answer) {
        return false;
    }

    /** The caller hears the answer. */
    default void heard(Question question, T answer) {}
}
