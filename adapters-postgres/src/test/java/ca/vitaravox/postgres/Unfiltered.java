package ca.vitaravox.postgres;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * Connections that send every statement without the clinic in its conditions: {@code clinic_id = ?} asks nothing any
 * more. What is still kept apart, PostgreSQL keeps apart.
 */
final class Unfiltered {
    private static final Pattern CONDITION = Pattern.compile("(\\w+\\.)?clinic_id\\s*=\\s*\\?");
    private static final String NO_CONDITION = "CAST(? AS text) IS NOT NULL";

    /** How many statements lost a condition. */
    final AtomicInteger statements = new AtomicInteger();

    /** The same source of connections, with nothing asked about clinics. */
    DataSource of(DataSource source) {
        return proxy(DataSource.class, source, "getConnection", connection -> of((Connection) connection));
    }

    private Connection of(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (self, method, given) -> {
                    Object[] arguments = given;
                    if (method.getName().equals("prepareStatement")) {
                        arguments = given.clone();
                        arguments[0] = CONDITION.matcher((String) given[0]).replaceAll(NO_CONDITION);
                        statements.addAndGet(arguments[0].equals(given[0]) ? 0 : 1);
                    }
                    return invoke(method, connection, arguments);
                });
    }

    private static <T> T proxy(Class<T> type, T real, String name, UnaryOperator<Object> change) {
        return type.cast(Proxy.newProxyInstance(
                Unfiltered.class.getClassLoader(), new Class<?>[] {type}, (self, method, given) -> {
                    Object result = invoke(method, real, given);
                    return method.getName().equals(name) ? change.apply(result) : result;
                }));
    }

    private static Object invoke(Method method, Object real, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
