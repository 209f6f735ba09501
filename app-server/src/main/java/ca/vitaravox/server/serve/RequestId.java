package ca.vitaravox.server.serve;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.MDC;

/**
 * Gives every request an id, which log lines and its answer carry ({@code X-Request-Id}): that of the proxy before us, so
 * that its log and ours can be read together, or one of our own.
 */
final class RequestId {
    private static final String HEADER = "X-Request-Id";
    private static final String IN_THE_LOG = "request";

    private RequestId() {}

    static void note(Context context) {
        String id = Optional.ofNullable(context.header(HEADER))
                .filter(given -> given.matches("[A-Za-z0-9-]{8,64}"))
                .orElseGet(() -> UUID.randomUUID().toString());
        MDC.put(IN_THE_LOG, id);
        context.header(HEADER, id);
    }

    /** The thread goes on to other requests: nothing its lines told of this one, nor of its call, is told of them. */
    static void forget() {
        MDC.clear();
    }
}
