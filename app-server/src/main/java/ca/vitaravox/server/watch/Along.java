package ca.vitaravox.server.watch;

import java.util.Map;
import java.util.concurrent.Executor;
import org.slf4j.MDC;

/**
 * Threads that know what they work for: the log's context (request, call) and the trace go along with each task.
 *
 * @param threads those that do the work
 */
public record Along(Executor threads) implements Executor {
    @Override
    public void execute(Runnable task) {
        Map<String, String> context = MDC.getCopyOfContextMap();
        Runnable traced = Traces.within(task);
        threads.execute(() -> {
            MDC.setContextMap(context == null ? Map.of() : context);
            try {
                traced.run();
            } finally {
                MDC.clear();
            }
        });
    }
}
