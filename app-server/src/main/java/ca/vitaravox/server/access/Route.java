package ca.vitaravox.server.access;

import ca.vitaravox.ports.clinic.ClinicId;
import io.javalin.http.HandlerType;
import java.util.function.Consumer;

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

    /** The same, which tells afterwards in which clinic it changed something, if it is one that does. */
    Route telling(Consumer<ClinicId> changed) {
        if (method.equals(HandlerType.GET) || !path.contains("{clinic}")) {
            return this;
        }
        return new Route(method, path, visit -> {
            handler.handle(visit);
            changed.accept(visit.clinic());
        });
    }
}
