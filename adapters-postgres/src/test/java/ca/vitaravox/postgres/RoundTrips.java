package ca.vitaravox.postgres;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts how often connections have to wait for PostgreSQL: for each statement, and for the end of each transaction. */
public final class RoundTrips {
    private static final Set<String> ENDS = Set.of("commit", "rollback");

    private final AtomicInteger count = new AtomicInteger();

    /** How many there were since this was asked last. */
    public int counted() {
        return count.getAndSet(0);
    }

    /** The same connection, counted. */
    public Connection of(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (self, method, given) -> {
                    if (ENDS.contains(method.getName())) {
                        count.incrementAndGet();
                    }
                    Object result = invoke(method, connection, given);
                    return result instanceof PreparedStatement statement ? of(statement) : result;
                });
    }

    private PreparedStatement of(PreparedStatement statement) {
        return (PreparedStatement) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {PreparedStatement.class}, (self, method, given) -> {
                    if (method.getName().startsWith("execute")) {
                        count.incrementAndGet();
                    }
                    return invoke(method, statement, given);
                });
    }

    private static Object invoke(Method method, Object real, Object[] given) throws Throwable {
        try {
            return method.invoke(real, given);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
