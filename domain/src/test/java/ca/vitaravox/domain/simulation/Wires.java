package ca.vitaravox.domain.simulation;

import ca.vitaravox.ports.audit.AuditEntry;
import ca.vitaravox.ports.clinic.ClinicId;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What lies between a server and our ledgers: before each call and after it others get their turn. And while a question
 * asked at one clinic is answered, no ledger is asked about another.
 */
final class Wires {
    private final Scheduler scheduler;
    private final Weather weather;

    Wires(Scheduler scheduler, Weather weather) {
        this.scheduler = scheduler;
        this.weather = weather;
    }

    <T> T to(Class<T> port, T ledger) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (proxy, method, given) -> call(ledger, method, given)));
    }

    private Object call(Object ledger, Method method, Object[] given) throws Throwable {
        scheduler.running().question().ifPresent(question -> keepApart(question, method, given));
        travel();
        Object answer;
        try {
            answer = method.invoke(ledger, given);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
        travel();
        return answer;
    }

    private void travel() {
        Duration takes = weather.ledgerTakes();
        Optional<Question> question = scheduler.running().question();
        question.ifPresent(asked -> asked.waitedForLedger(takes));
        scheduler.pause(takes);
    }

    private void keepApart(Question question, Method method, Object[] given) {
        Stream.of(given)
                .map(each -> each instanceof AuditEntry entry ? entry.clinic() : each)
                .filter(each -> each instanceof ClinicId && !each.equals(question.clinic()))
                .findFirst()
                .ifPresent(other -> {
                    throw scheduler.broken(
                            "a question at " + question.clinic() + " asks " + method.getName() + " of " + other);
                });
    }
}
