package ca.vitaravox.oscar.rest;

import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Leaves a server alone after most of the last requests failed, until it answers again. Whether it does is tried with a
 * question of our own, the probe, and never with what somebody on the phone waits for: whoever is refused {@link #OPEN}
 * after the last failure has it sent, and is told at once that there is no answer. Work that nobody waits for waits for the
 * probe, and goes on if that is answered. While nobody asks, nothing is sent. Every {@link #enter} that passes is ended by
 * one of the others, once, unless nothing was sent. Holds no thread. Thread-safe.
 */
public final class Breaker {
    /** Of this many answers, half have to be failures for it to open; it needs half as many as it can have. */
    static final int WINDOW = 10;

    /** How long nothing at all is sent after a failure that opened it, or a probe that failed. */
    static final Duration OPEN = Duration.ofSeconds(5);

    /** How long a probe may take: as long as callers wait for one answer of an EMR, for a slower one could not serve them. */
    public static final Duration PROBE = Duration.ofSeconds(2);

    private static final int BAD_GATEWAY = 502;
    private static final int GATEWAY_TIMEOUT = 504;

    private final CircuitBreaker breaker;
    private final InstantSource clock;
    private final Duration longest;
    private final Supplier<CompletableFuture<?>> probe;
    private final AtomicBoolean unproven = new AtomicBoolean();
    private volatile CompletableFuture<?> trying = CompletableFuture.completedFuture(null);

    /**
     * One that lets everything through so far.
     *
     * @param longest how long any answer may take, and so a probe, if that is less than {@link #PROBE}
     * @param probe sends a question that is cheap to answer and changes nothing, and waits for nothing; what it returns
     *     fails if there is no answer, or one of a server that is not well
     */
    public Breaker(InstantSource clock, Duration longest, Supplier<CompletableFuture<?>> probe) {
        this.clock = clock;
        this.longest = longest.compareTo(PROBE) < 0 ? longest : PROBE;
        this.probe = probe;
        this.breaker = CircuitBreaker.of(
                "emr",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(WINDOW)
                        .minimumNumberOfCalls(WINDOW / 2)
                        .failureRateThreshold(50)
                        // it goes on after more than this
                        .waitDurationInOpenState(OPEN.minusMillis(1))
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .clock(clock.withZone(ZoneOffset.UTC))
                        .build());
    }

    /** Whether an answer of this HTTP status is a failure: the server, or the proxy before it, is in no state to answer. */
    public static boolean isFailure(int status) {
        return status >= BAD_GATEWAY && status <= GATEWAY_TIMEOUT;
    }

    /** Whether no request is let through. */
    public boolean isOpen() {
        return breaker.getState() != State.CLOSED;
    }

    /**
     * Lets a request through; waits only for a probe, and only if nobody is on the phone.
     *
     * @throws EmrUnavailableException if it is open
     */
    public void enter(Deadline deadline) {
        if (!passes() && (deadline.onPhone() || !isBack(deadline))) {
            throw new EmrUnavailableException("the EMR failed too often of late: it is left alone for a while");
        }
    }

    /** The one permission that there is half open is the probe's. */
    private boolean passes() {
        if (!breaker.tryAcquirePermission()) {
            return false;
        }
        State state = breaker.getState();
        if (state == State.HALF_OPEN) {
            trying = tryOut().orTimeout(longest.toMillis(), TimeUnit.MILLISECONDS)
                    .handle(this::tried);
        }
        return state == State.CLOSED;
    }

    private CompletableFuture<?> tryOut() {
        try {
            return probe.get();
        } catch (RuntimeException notSent) {
            return CompletableFuture.failedFuture(notSent);
        }
    }

    private boolean tried(Object answer, Throwable failed) {
        if (failed == null) {
            unproven.set(true);
            breaker.onSuccess(0, TimeUnit.NANOSECONDS);
        } else {
            breaker.onError(0, TimeUnit.NANOSECONDS, failed);
        }
        return failed == null;
    }

    /** Whether it was closed by the probe that is under way, if one is. */
    private boolean isBack(Deadline deadline) {
        try {
            trying.get(Patience.millis(deadline, clock.instant()), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException late) {
            return false;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
        return !isOpen();
    }

    /** It was answered, whatever was said. */
    public void answered() {
        if (!isOpen()) {
            unproven.set(false);
            breaker.onSuccess(0, TimeUnit.NANOSECONDS);
        }
    }

    /**
     * No answer, or one of a server that is not well. The first after a probe opens it again: that server answers probes,
     * and nothing else.
     */
    public void failed(Throwable why) {
        if (isOpen()) {
            return;
        }
        if (unproven.getAndSet(false)) {
            breaker.transitionToOpenState();
        } else {
            breaker.onError(0, TimeUnit.NANOSECONDS, why);
        }
    }
}
