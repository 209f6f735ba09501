package ca.vitaravox.domain.simulation;

import ca.vitaravox.domain.FrontDesk;
import ca.vitaravox.ports.booking.BookingJournal;
import ca.vitaravox.ports.booking.HoldLedger;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;

/** A lock that a server takes before it asks the book of slots anything. Other servers have locks of their own. */
final class OneProcessLock {
    private final Scheduler scheduler;
    private boolean taken;

    OneProcessLock(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    FrontDesk.Ledgers over(FrontDesk.Ledgers all) {
        return Wrong.with(
                all, over(HoldLedger.class, all.holds()), over(BookingJournal.class, all.journal()), all.unfinished());
    }

    private <T> T over(Class<T> port, T ledger) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (proxy, method, given) -> alone(ledger, method, given)));
    }

    private Object alone(Object ledger, Method method, Object[] given) throws Throwable {
        acquire();
        try {
            return method.invoke(ledger, given);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        } finally {
            taken = false;
        }
    }

    private void acquire() {
        Instant since = scheduler.instant();
        scheduler.await(() -> !taken, taken ? Instant.MAX : since);
        taken = true;
        Duration waited = Duration.between(since, scheduler.instant());
        scheduler.running().question().ifPresent(asked -> asked.waitedForLedger(waited));
    }
}
