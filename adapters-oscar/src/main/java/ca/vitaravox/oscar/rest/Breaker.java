package ca.vitaravox.oscar.rest;

import ca.vitaravox.ports.clinic.EmrUnavailableException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;

/**
 * Leaves a server alone for a while after most of the last requests failed; then one may try. Every {@link #enter} is ended
 * by one of the others, once. Thread-safe.
 */
public final class Breaker {
    /** Of this many answers, half have to be failures for it to open; it needs half as many as it can have. */
    static final int WINDOW = 10;

    /** How long it lets nothing through. */
    static final Duration OPEN = Duration.ofSeconds(5);

    private static final int BAD_GATEWAY = 502;
    private static final int GATEWAY_TIMEOUT = 504;

    private final CircuitBreaker breaker;

    /** One that lets everything through so far. */
    public Breaker(InstantSource clock) {
        this.breaker = CircuitBreaker.of(
                "emr",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(WINDOW)
                        .minimumNumberOfCalls(WINDOW / 2)
                        .failureRateThreshold(50)
                        .waitDurationInOpenState(OPEN)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .clock(clock.withZone(ZoneOffset.UTC))
                        .build());
    }

    /** Whether an answer of this HTTP status is a failure: the server, or the proxy before it, is in no state to answer. */
    public static boolean isFailure(int status) {
        return status >= BAD_GATEWAY && status <= GATEWAY_TIMEOUT;
    }

    /** Whether nothing is let through, but for a request that tries. */
    public boolean isOpen() {
        return breaker.getState() != CircuitBreaker.State.CLOSED;
    }

    /** Whether nothing at all is let through, for a request that was, and had to wait. */
    boolean openedMeanwhile() {
        return breaker.getState() == CircuitBreaker.State.OPEN;
    }

    /**
     * Lets a request through.
     *
     * @throws EmrUnavailableException if it is open
     */
    public void enter() {
        if (!breaker.tryAcquirePermission()) {
            throw new EmrUnavailableException("the EMR failed too often of late: it is left alone for a while");
        }
    }

    /** It was answered, whatever was said. */
    public void answered() {
        breaker.onSuccess(0, TimeUnit.NANOSECONDS);
    }

    /** It was not sent after all. */
    public void unused() {
        breaker.releasePermission();
    }

    /** No answer, or one of a server that is not well. */
    public void failed(Throwable why) {
        breaker.onError(0, TimeUnit.NANOSECONDS, why);
    }
}
