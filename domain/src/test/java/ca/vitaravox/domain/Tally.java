package ca.vitaravox.domain;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Counts how often each method of each ledger is called; each of them is one transaction. Thread-safe. */
public final class Tally {
    private final Map<String, Integer> counts = new TreeMap<>();

    /** The calls so far, by port and method. */
    public synchronized Map<String, Integer> counts() {
        return new TreeMap<>(counts);
    }

    private synchronized void count(String call) {
        counts.merge(call, 1, Integer::sum);
    }

    /** The same ledgers, counted. */
    public FrontDesk.Ledgers of(FrontDesk.Ledgers ledgers) {
        return (FrontDesk.Ledgers) record(ledgers);
    }

    private Object record(Object all) {
        RecordComponent[] components = all.getClass().getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] counted = Arrays.stream(components)
                .map(component -> counted(component, all))
                .toArray();
        try {
            Constructor<?> constructor = all.getClass().getDeclaredConstructor(types);
            return constructor.newInstance(counted);
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private Object counted(RecordComponent component, Object all) {
        try {
            Object ledger = component.getAccessor().invoke(all);
            return component.getType().isRecord() ? record(ledger) : counted(component.getType(), ledger);
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private Object counted(Class<?> port, Object ledger) {
        return Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
            count(port.getSimpleName() + "." + method.getName());
            try {
                return method.invoke(ledger, arguments);
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        });
    }
}
