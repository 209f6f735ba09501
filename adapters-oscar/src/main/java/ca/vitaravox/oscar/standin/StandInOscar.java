package ca.vitaravox.oscar.standin;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An OSCAR that is none: an HTTP server on the loopback address that answers as a clinic's own would. Thread-safe.
 * {@link #close()} ends it, and with it every request that still hangs.
 */
public final class StandInOscar implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final long LARGEST_BODY = 1 << 20;

    private final OscarTables tables = new OscarTables();
    private final Faults faults = new Faults();
    private final RequestLog requests = new RequestLog();
    private final Site site = new Site();
    private final OscarTime time;
    private final Staff staff;
    private final Replies replies;
    private final Reception reception;
    private final Javalin server;

    private StandInOscar(StandInSettings settings) {
        time = new OscarTime(settings.time(), settings.zone());
        staff = new Staff(tables, time, settings.ids());
        replies = new Replies(settings.line());
        reception = new Reception(new Office(settings.line(), tables, time, replies, settings.ids()));
        server = Javalin.create(this::configure);
    }

    /**
     * Starts one with empty tables.
     *
     * @throws RuntimeException if the port is taken
     */
    public static StandInOscar start(StandInSettings settings) {
        StandInOscar oscar = new StandInOscar(settings);
        oscar.server.start(LOOPBACK, settings.port());
        return oscar;
    }

    /** Where it is, with the context and without a slash at the end: {@code http://127.0.0.1:12345/oscar}. */
    public URI baseUrl() {
        return URI.create("http://" + LOOPBACK + ":" + server.port() + Reception.CONTEXT);
    }

    /** What is in its database. */
    public OscarTables tables() {
        return tables;
    }

    /** What is to go wrong. */
    public Faults faults() {
        return faults;
    }

    /** What it was asked. */
    public RequestLog requests() {
        return requests;
    }

    /** What is around it. */
    public Site site() {
        return site;
    }

    /** The people at the front desk. */
    public Staff staff() {
        return staff;
    }

    @Override
    public void close() {
        faults.clear();
        server.stop();
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.concurrency.useVirtualThreads = true;
        config.http.maxRequestSize = LARGEST_BODY;
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setSendDateHeader(false);
        });
        Stream.of(HandlerType.GET, HandlerType.POST, HandlerType.PUT, HandlerType.DELETE)
                .forEach(verb -> config.routes.addHttpHandler(verb, "/*", this::handle));
    }

    private void handle(Context context) throws IOException, InterruptedException {
        Wire wire = new Wire(context, site, time);
        Message message = wire.message();
        Optional<Endpoint> endpoint = reception.endpoint(message);
        requests.add(new ReceivedRequest(
                time.now(),
                endpoint,
                message.method(),
                message.rawPath(),
                Optional.ofNullable(message.rawQuery()),
                message.header("Authorization")));
        Optional<Reply> barred = site.answers(message);
        if (barred.isPresent()) {
            wire.send(barred.get());
            return;
        }
        Optional<Mishap> mishap = endpoint.flatMap(faults::take);
        Exchange exchange = new Exchange(wire, replies);
        if (mishap.isPresent() && !mishap.get().fault().done() && exchange.failsBefore(mishap.get())) {
            return;
        }
        Reply reply = reception.answer(message);
        if (mishap.isPresent() && mishap.get().fault().done()) {
            exchange.failAfter(mishap.get(), reply);
        } else {
            wire.send(reply);
        }
    }
}
