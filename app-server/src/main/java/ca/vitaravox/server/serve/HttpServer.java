package ca.vitaravox.server.serve;

import ca.vitaravox.ports.access.Pause;
import ca.vitaravox.server.access.Problem;
import ca.vitaravox.server.cli.Refused;
import ca.vitaravox.vapi.webhook.Bodies;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.router.Endpoint;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.jetty.server.AbstractNetworkConnector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP server. Bodies end at 1 MiB, every error is JSON, the log has a line for each request with its route, never
 * its path or body. Requests run on virtual threads where the JDK has them. Stopping lets requests under way finish.
 */
public final class HttpServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
    private static final long LONGEST_BODY = 1024 * 1024;
    private static final long LAST_REQUESTS_MS = 8_000;
    private static final long IDLE_CONNECTIONS_MS = 100;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
    private static final int BAD_REQUEST = 400;
    private static final double NANOS_IN_A_MS = 1e6;

    private final Javalin javalin;
    private final List<String> routes;

    private HttpServer(Javalin javalin, List<String> routes) {
        this.javalin = javalin;
        this.routes = routes;
    }

    /**
     * Starts listening.
     *
     * @param bind the address
     * @param port the port; 0 for any free one
     * @param parts what is served
     * @throws Refused if the port is not to be had
     */
    public static HttpServer start(String bind, int port, List<Consumer<JavalinConfig>> parts) {
        return start(bind, port, parts, routes -> {}, (method, route, status, took) -> {});
    }

    /** Is told of every request that was answered. */
    @FunctionalInterface
    public interface Requests {
        /** One was; {@code route} is as the router has it, without what the path names. */
        void answered(String method, String route, int status, Duration took);
    }

    /**
     * Starts listening, unless {@code check} throws at the routes there are ({@code GET /health}, …).
     *
     * @param requests is told of each
     * @throws Refused if the port is not to be had
     */
    public static HttpServer start(
            String bind,
            int port,
            List<Consumer<JavalinConfig>> parts,
            Consumer<List<String>> check,
            Requests requests) {
        Javalin javalin = Javalin.create(config -> {
            configure(config);
            config.requestLogger.http((context, ms) -> {
                log(context, ms);
                requests.answered(context.method().name(), route(context), context.statusCode(), Duration.ofNanos((long)
                        (ms * NANOS_IN_A_MS)));
                RequestId.forget();
            });
            parts.forEach(part -> part.accept(config));
        });
        List<String> routes = javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(each -> each.endpoint)
                .filter(endpoint -> endpoint.method.isHttpMethod())
                .map(endpoint -> endpoint.method.name() + " " + endpoint.path)
                .toList();
        check.accept(routes);
        try {
            javalin.start(bind, port);
            closeIdleConnectionsSoon(javalin.jettyServer().server());
            return new HttpServer(javalin, routes);
        } catch (JavalinBindException taken) {
            throw new Refused(
                    "Port " + port + " of " + bind + " cannot be used: end what uses it, or choose another"
                            + " (VITARAVOX_PORT, for the demo also --port).",
                    taken);
        }
    }

    private static void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.concurrency.useVirtualThreads = true;
        config.http.maxRequestSize = LONGEST_BODY;
        config.http.defaultContentType = "application/json";
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setSendXPoweredBy(false);
        });
        config.jetty.modifyServer(HttpServer::finishLastRequests);
        config.routes.before(RequestId::note);
        config.routes.exception(HttpResponseException.class, (refused, context) -> {
            if (refused.getStatus() == HttpStatus.CONTENT_TOO_LARGE.getCode()) {
                dropRest(context);
            }
            error(context, refused.getStatus());
        });
        config.routes.exception(Exception.class, (broken, context) -> {
            LOG.error("{} {} broke", context.method(), route(context), broken);
            error(context, HttpStatus.INTERNAL_SERVER_ERROR.getCode());
        });
    }

    private static void finishLastRequests(Server server) {
        server.insertHandler(new GracefulHandler());
        server.setStopTimeout(LAST_REQUESTS_MS);
    }

    /**
     * Takes no new connections from now on, and answers on those there are, each of which ends with its next answer.
     * Returns when none is left, or after {@code atMost}: a proxy that keeps idle connections for less than that is never
     * hung up on.
     */
    public void leave(Duration atMost, Pause pause) throws InterruptedException {
        List<AbstractNetworkConnector> connectors =
                connectors(javalin.jettyServer().server());
        for (AbstractNetworkConnector connector : connectors) {
            connector.setShutdownIdleTimeout(atMost.toMillis());
            connector.shutdown();
            connector.close(); // a thread that was not just accepting leaves the port open, with nobody behind it
        }
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < atMost.toNanos()
                && connectors.stream()
                        .anyMatch(each -> !each.getConnectedEndPoints().isEmpty())) {
            pause.of(BETWEEN_LOOKS);
        }
    }

    private static List<AbstractNetworkConnector> connectors(Server server) {
        return Stream.of(server.getConnectors())
                .filter(AbstractNetworkConnector.class::isInstance)
                .map(AbstractNetworkConnector.class::cast)
                .toList();
    }

    private static void closeIdleConnectionsSoon(Server server) {
        connectors(server).forEach(each -> each.setShutdownIdleTimeout(IDLE_CONNECTIONS_MS));
    }

    /** So that who sent too much gets to hear of it. */
    private static void dropRest(Context context) {
        try (InputStream in = context.bodyInputStream()) {
            Bodies.dropRest(in);
        } catch (IOException gone) {
            LOG.debug("whoever sent too much is gone: {}", gone.getMessage());
        }
    }

    private static void error(Context context, int status) {
        String message = HttpStatus.forStatus(status).getMessage().toLowerCase(Locale.ROOT);
        if (context.path().matches("/api/(admin|auth)(/.*)?")) {
            Problem.of(status, message.toUpperCase(Locale.ROOT).replace(' ', '_'), "This is refused: " + message + ".")
                    .answer(context);
            return;
        }
        context.status(status)
                .contentType("application/json")
                .result(JsonNodeFactory.instance
                        .objectNode()
                        .put("status", status)
                        .put("error", message)
                        .toString());
    }

    private static void log(Context context, float ms) {
        boolean probe = route(context).startsWith("/health") && context.statusCode() < BAD_REQUEST;
        if (!probe) {
            LOG.info("{} {} {} in {} ms", context.method(), route(context), context.statusCode(), Math.round(ms));
        }
    }

    private static String route(Context context) {
        Endpoint endpoint = context.endpoints().lastHttpEndpoint();
        return endpoint == null ? "(no route)" : endpoint.path;
    }

    /** The port it listens on. */
    public int port() {
        return javalin.port();
    }

    /** All it serves, as {@code GET /health}. */
    public List<String> routes() {
        return routes;
    }

    @Override
    public void close() {
        javalin.stop();
    }
}
