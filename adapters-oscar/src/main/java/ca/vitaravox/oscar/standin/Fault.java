package ca.vitaravox.oscar.standin;

import java.time.Duration;

/**
 * Something that goes wrong with one request, or with its answer. An immutable value.
 *
 * @param kind what goes wrong
 * @param done whether the request does its work first: then a booking is written, though the client cannot know
 * @param time how long, for delays and slow bodies; otherwise zero
 * @param status the status, for refusals; otherwise zero
 */
public record Fault(Kind kind, boolean done, Duration time, int status) {
    /** What can go wrong. */
    public enum Kind {
        /** The answer comes late. */
        DELAY,
        /** The answer never comes, and the connection stays open until the faults are cleared or the server closed. */
        HANG,
        /** The connection ends without an answer. */
        DROP,
        /** The answer is another status and an error page. */
        STATUS,
        /** The answer says 200 and JSON, and is neither JSON nor anything else. */
        GARBAGE,
        /** The connection ends in the middle of the body. */
        HALF_A_BODY,
        /** The body comes byte by byte. */
        SLOW_BODY
    }

    /** Answers so much later; the work is done first. */
    public static Fault delay(Duration time) {
        return new Fault(Kind.DELAY, true, time, 0);
    }

    /** Waits so long, and only then does the work and answers: what arrives late is still written. */
    public static Fault delayBeforeWork(Duration time) {
        return new Fault(Kind.DELAY, false, time, 0);
    }

    /** Never answers and does nothing. */
    public static Fault hang() {
        return new Fault(Kind.HANG, false, Duration.ZERO, 0);
    }

    /** Does the work and never answers. */
    public static Fault hangAfterWork() {
        return new Fault(Kind.HANG, true, Duration.ZERO, 0);
    }

    /** Drops the connection and does nothing. */
    public static Fault drop() {
        return new Fault(Kind.DROP, false, Duration.ZERO, 0);
    }

    /** Does the work and drops the connection. */
    public static Fault dropAfterWork() {
        return new Fault(Kind.DROP, true, Duration.ZERO, 0);
    }

    /** Does nothing and answers with this status, such as 503. */
    public static Fault status(int status) {
        return new Fault(Kind.STATUS, false, Duration.ZERO, status);
    }

    /** Does the work and answers with this status: the 500 that means written. */
    public static Fault statusAfterWork(int status) {
        return new Fault(Kind.STATUS, true, Duration.ZERO, status);
    }

    /** Does the work and answers what nobody can read. */
    public static Fault garbage() {
        return new Fault(Kind.GARBAGE, true, Duration.ZERO, 0);
    }

    /** Does the work and ends in the middle of the body. */
    public static Fault halfABody() {
        return new Fault(Kind.HALF_A_BODY, true, Duration.ZERO, 0);
    }

    /** Does the work and takes so long over the body. */
    public static Fault slowBody(Duration time) {
        return new Fault(Kind.SLOW_BODY, true, time, 0);
    }
}
