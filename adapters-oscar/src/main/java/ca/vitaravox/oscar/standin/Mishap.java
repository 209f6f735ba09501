package ca.vitaravox.oscar.standin;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A fault that is happening to one request.
 *
 * @param cleared opens when the faults are cleared
 */
record Mishap(Fault fault, CountDownLatch cleared) {
    private static final Duration FOR_EVER = Duration.ofHours(1);

    /** Waits as long as the fault says, or until the faults are cleared, whichever is first. */
    void await() throws InterruptedException {
        await(fault.kind() == Fault.Kind.HANG ? FOR_EVER : fault.time());
    }

    void await(Duration time) throws InterruptedException {
        cleared.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }
}
