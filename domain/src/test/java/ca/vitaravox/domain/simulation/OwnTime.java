package ca.vitaravox.domain.simulation;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.access.Deadline;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Stream;

/**
 * What one server takes for the time: its clock is ahead of the town's, or behind. How long something may take is the same by
 * every clock.
 */
record OwnTime(Scheduler scheduler, Duration ahead) implements InstantSource {
    @Override
    public Instant instant() {
        return scheduler.instant().plus(ahead);
    }

    /** The town's question, as this server takes it down. */
    CallContext own(CallContext asked) {
        return new CallContext(
                asked.clinic(),
                asked.call(),
                asked.caller(),
                asked.language(),
                new Deadline(asked.deadline().end().plus(ahead)));
    }

    /** What this server asks of somebody who goes by the town's time. */
    <T> T to(Class<T> port, T towns) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (proxy, method, given) -> {
                    try {
                        return method.invoke(
                                towns, Stream.of(given).map(this::towns).toArray());
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                }));
    }

    private Object towns(Object given) {
        return given instanceof Deadline own ? new Deadline(own.end().minus(ahead)) : given;
    }
}
