package ca.vitaravox.server.access;

import io.javalin.http.HandlerType;

/**
 * A route of the administration.
 *
 * @param method the method
 * @param path the path, as in {@link AccessTable}
 * @param handler what it does for somebody who may
 */
public record Route(HandlerType method, String path, Handler handler) {
    /** What a route does. */
    @FunctionalInterface
    public interface Handler {
        /** Answers a request that was let in; throws a {@link Problem} to refuse it. */
        void handle(Visit visit);
    }
}
