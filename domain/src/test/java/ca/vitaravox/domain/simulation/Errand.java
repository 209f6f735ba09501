package ca.vitaravox.domain.simulation;

import ca.vitaravox.domain.FrontDesk;
import ca.vitaravox.ports.access.CallContext;
import java.time.Instant;

/** Something a caller wants: how it is asked for, and what its answer means. */
interface Errand<T> {
    T ask(FrontDesk desk, CallContext call);

    /** An answer in a few words. */
    default String inShort(T answer) {
        return answer.getClass().getSimpleName();
    }

    /** An answer left in time, whether anybody listens or not. */
    default void answered(T answer) {}

    /** The caller hears the answer to what they asked at {@code asked}. */
    default void heard(Question question, Instant asked, T answer) {}
}
