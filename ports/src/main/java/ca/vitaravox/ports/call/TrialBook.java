package ca.vitaravox.ports.call;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.access.UserId;
import ca.vitaravox.ports.clinic.ClinicId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Driven port: calls that users of the administration try out, step by step, on whatever server each step arrives. Which
 * calls they were is known for as long as calls are; how one stands is kept, sealed, until {@link #FORGOTTEN} after its
 * end. Each method is one transaction. Thread-safe.
 */
public interface TrialBook {
    /** How many of one user go on at once. */
    int MOST_OF_A_USER = 2;

    /** How many go on at once in all clinics together. */
    int MOST = 40;

    /** How many steps one has. */
    int MOST_STEPS = 100;

    /** How long nobody need take a step before it is over. */
    Duration LONGEST_REST = Duration.ofMinutes(3);

    /** How long one lasts, however busy. */
    Duration LONGEST = Duration.ofMinutes(15);

    /** How long a step lasts at most: by then, whoever took it has died. */
    Duration LONGEST_STEP = Duration.ofSeconds(60);

    /** How long after its end it is known how one stood. */
    Duration FORGOTTEN = Duration.ofHours(1);

    /**
     * Which call somebody tries out.
     *
     * @param clinic whose number is called
     * @param call the call
     * @param by who tries it
     */
    record Trial(ClinicId clinic, CallId call, UserId by) {}

    /** Opens one; false if this user, or all together, have as many as may be. */
    boolean open(Trial trial, String state, Instant now);

    /** Takes it for one step, which nobody else takes meanwhile; to be put back. */
    Take take(Trial trial, Instant now);

    /** Puts it back as it stands now, for the next step. */
    void put(Trial trial, String state, Instant now);

    /** How it stands, if there is one of this user and that is still known. */
    Optional<Kept> kept(Trial trial);

    /** The calls a user tries out in a clinic at the moment, the latest first. */
    List<CallId> going(ClinicId clinic, UserId by);

    /** It is over; how it stood stays known for a while. */
    void end(ClinicId clinic, CallId call, Instant now);

    /**
     * Some with which something is to be done: they rested too long, or are over so long that they can be forgotten. Another
     * server gets them after {@link #LONGEST_STEP} if it is not done then.
     */
    List<Due> due(Instant now, int most);

    /** Forgets how one stood. */
    void forget(ClinicId clinic, CallId call);

    /** Which of these calls were tried out, and by whom. */
    Map<CallId, UserId> among(ClinicId clinic, Collection<CallId> calls);

    /**
     * How one stands.
     *
     * @param state as it was put back
     * @param begunAt when it began
     * @param endedAt when it ended; empty while it goes on
     */
    record Kept(String state, Instant begunAt, Optional<Instant> endedAt) {}

    /**
     * One with which something is to be done.
     *
     * @param over whether it has ended, and is to be forgotten; else it is to be ended
     */
    record Due(ClinicId clinic, CallId call, boolean over) {}

    /** What comes of taking one. */
    sealed interface Take {
        /** Taken; as it stands. */
        record Taken(String state) implements Take {}

        /** Somebody takes a step at the moment. */
        record Busy() implements Take {}

        /** It is over, or has had as many steps as may be. */
        record Over() implements Take {}

        /** There is none of this user. */
        record Unknown() implements Take {}
    }
}
