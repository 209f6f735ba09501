package ca.vitaravox.vapi.webhook;

import ca.vitaravox.ports.access.CallId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.MDC;

/** What lines of the log tell beside their words: the phone call, and what was known before, such as the request. */
final class LogContext {
    private static final String CALL = "call";

    private LogContext() {}

    /** From now on this thread works for a call; whoever gave it the request takes that back with the request. */
    static void tell(CallId call) {
        MDC.put(CALL, call.value());
    }

    /**
     * Work for a call on whatever thread, after whatever that did before: its lines tell of this thread's request as it is
     * now, and not of the one whose work was in the lane before.
     */
    static Runnable kept(String call, Runnable work) {
        Map<String, String> known = new HashMap<>(now());
        known.put(CALL, call);
        return () -> {
            Map<String, String> before = now();
            MDC.setContextMap(known);
            try {
                work.run();
            } finally {
                MDC.setContextMap(before);
            }
        };
    }

    private static Map<String, String> now() {
        return Optional.ofNullable(MDC.getCopyOfContextMap()).orElse(Map.of());
    }
}
