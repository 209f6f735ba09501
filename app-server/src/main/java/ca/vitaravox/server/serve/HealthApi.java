package ca.vitaravox.server.serve;

import ca.vitaravox.server.cli.Version;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * {@code /health/live} (this process), {@code /health/ready} (may be sent calls) and {@code /health} (how its parts
 * are). The database is really asked, EMRs are told of as last known. No clinic is named.
 */
public final class HealthApi {
    private final Supplier<Components> components;
    private final InstantSource clock;
    private volatile boolean leaving;

    /** Health as this source tells it. */
    public HealthApi(Supplier<Components> components, InstantSource clock) {
        this.components = components;
        this.clock = clock;
    }

    /** From now on it may not be sent calls, and says so; those it is sent are answered. */
    void leave() {
        leaving = true;
    }

    /** Whether it may be sent calls; the database is asked. */
    boolean isReady() {
        return !leaving && components.get().databaseHealthy();
    }

    /** Adds the routes. */
    public void addTo(JavalinConfig config) {
        config.routes.get("/health/live", context -> answer(context, true, status(true)));
        config.routes.get("/health/ready", context -> {
            boolean ready = isReady();
            answer(context, ready, status(ready));
        });
        config.routes.get("/health", context -> {
            Components now = components.get();
            answer(context, now.databaseHealthy(), report(now));
        });
    }

    private ObjectNode report(Components now) {
        ObjectNode report = status(now.databaseHealthy());
        report.put("timestamp", clock.instant().toString()).put("version", Version.text());
        ObjectNode parts = report.putObject("components");
        parts.putObject("database").put("healthy", now.databaseHealthy()).put("latency_ms", now.databaseLatencyMs());
        parts.putObject("emr")
                .put("healthy", now.emrsDown() == 0)
                .putObject("clinics")
                .put("up", now.emrsUp())
                .put("down", now.emrsDown());
        return report;
    }

    private static ObjectNode status(boolean healthy) {
        return JsonNodeFactory.instance.objectNode().put("status", healthy ? "up" : "down");
    }

    private static void answer(Context context, boolean healthy, ObjectNode body) {
        context.status(healthy ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .header("Cache-Control", "no-store")
                .contentType("application/json")
                .result(body.toString());
    }

    /**
     * How the parts are.
     *
     * @param databaseHealthy whether the database answered in time
     * @param databaseLatencyMs how long it took
     * @param emrsUp clinics whose EMR answered when last asked
     * @param emrsDown clinics whose EMR did not
     */
    public record Components(boolean databaseHealthy, long databaseLatencyMs, int emrsUp, int emrsDown) {}
}
