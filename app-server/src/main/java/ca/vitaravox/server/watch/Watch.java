package ca.vitaravox.server.watch;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;

/**
 * Puts ports under watch: each of their operations is timed by its outcome, and is a span where traces are kept. Neither
 * arguments nor results are looked into.
 *
 * @param metrics where operations are timed
 * @param traces where they are spans
 */
public record Watch(Metrics metrics, Traces traces) {
    /** The same port, under watch. */
    public <P> P over(Class<P> port, Timed as, P inner) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(),
                new Class<?>[] {port},
                (proxy, method, arguments) -> call(port, as, inner, method, arguments)));
    }

    private Object call(Class<?> port, Timed as, Object inner, Method method, Object... arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return method.invoke(inner, arguments);
        }
        String operation = port.getSimpleName() + "." + method.getName();
        long begun = System.nanoTime();
        String outcome = "broken";
        try (Traces.Open span = traces.begin(operation)) {
            try {
                Object result = method.invoke(inner, arguments);
                outcome = Outcomes.of(result);
                return result;
            } catch (InvocationTargetException thrown) {
                outcome = Outcomes.of(thrown.getCause());
                throw thrown.getCause();
            } finally {
                span.ended(outcome);
            }
        } finally {
            metrics.time(as, Duration.ofNanos(System.nanoTime() - begun), operation, outcome);
        }
    }
}
