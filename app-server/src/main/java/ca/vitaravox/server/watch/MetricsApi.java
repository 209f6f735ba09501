package ca.vitaravox.server.watch;

import ca.vitaravox.server.config.Secret;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** {@code GET /metrics}, for who knows its token; without one there is no such path. */
public final class MetricsApi {
    private static final String FORM = "text/plain; version=0.0.4; charset=utf-8";

    private final Metrics metrics;
    private final Optional<Secret> token;

    /** The figures behind this token. */
    public MetricsApi(Metrics metrics, Optional<Secret> token) {
        this.metrics = metrics;
        this.token = token;
    }

    /** Adds the route, if there is a token. */
    public void addTo(JavalinConfig config) {
        token.ifPresent(known -> config.routes.get("/metrics", context -> answer(context, known)));
    }

    private void answer(Context context, Secret known) {
        String proof = Optional.ofNullable(context.header("Authorization")).orElse("");
        byte[] wanted = ("Bearer " + known.value()).getBytes(StandardCharsets.UTF_8);
        context.header("Cache-Control", "no-store");
        if (!MessageDigest.isEqual(wanted, proof.getBytes(StandardCharsets.UTF_8))) {
            context.status(HttpStatus.UNAUTHORIZED)
                    .header("WWW-Authenticate", "Bearer")
                    .result("{\"status\":401,\"error\":\"unauthorized\"}");
            return;
        }
        context.contentType(FORM).result(metrics.text());
    }
}
