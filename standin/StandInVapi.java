package ca.vitaravox.vapi.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * A Vapi that is none: its REST interface on the loopback address, as strict and as forgetful as its own. It refuses
 * what its published schema does not know, drops {@code strict} where a schema does not allow it, takes a misspelt tool
 * message for {@code request-failed}, and never tells a credential's secret. Thread-safe.
 */
public final class StandInVapi implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final long LARGEST_BODY = 1 << 20;

    private final String key;
    private final Shelves shelves;
    private final Troubles troubles = new Troubles();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Javalin server;

    private StandInVapi(String key, InstantSource clock) {
        this.key = key;
        this.shelves = new Shelves(clock);
        this.server = Javalin.create(this::configure);
    }

    /**
     * Starts one with nothing in it, on any free port.
     *
     * @param key the private key it takes
     */
    public static StandInVapi start(String key, InstantSource clock) {
        StandInVapi vapi = new StandInVapi(key, clock);
        vapi.server.start(LOOPBACK, 0);
        return vapi;
    }

    /** Where it is. */
    public URI baseUrl() {
        return URI.create("http://" + LOOPBACK + ":" + server.port());
    }

    /** What it was asked since it started, as {@code PATCH /assistant/…}. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** What goes wrong. */
    public Troubles troubles() {
        return troubles;
    }

    /** Everything of a kind ({@code assistant}, {@code tool}, …), as it is told to whoever asks. */
    public List<ObjectNode> all(String kind) {
        return shelves.shelf(kind).orElseThrow().all();
    }

    /** Changes something by hand, as in the dashboard. */
    public void edit(String kind, String id, Consumer<ObjectNode> hand) {
        shelves.shelf(kind).orElseThrow().edit(id, hand);
    }

    /** Takes something away by hand. */
    public void remove(String kind, String id) {
        shelves.shelf(kind).orElseThrow().delete(id);
    }

    /** A number that was imported by hand; returns its id. */
    public String importNumber(ObjectNode number) {
        return shelves.shelf("phone-number").orElseThrow().put(number);
    }

    @Override
    public void close() {
        server.stop();
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.concurrency.useVirtualThreads = true;
        config.http.maxRequestSize = LARGEST_BODY;
        for (HandlerType method : List.of(HandlerType.GET, HandlerType.POST, HandlerType.PATCH, HandlerType.DELETE)) {
            config.routes.addHttpHandler(method, "/{kind}", this::handle);
            config.routes.addHttpHandler(method, "/{kind}/{id}", this::handle);
        }
    }

    private void handle(Context context) throws InterruptedException {
        requests.add(context.method() + " " + context.path());
        Optional<Told> trouble = troubles.next();
        Told told = trouble.isPresent() ? trouble.get() : answer(context);
        told.headers().forEach(context::header);
        context.status(told.status()).contentType("application/json").result(told.body());
    }

    private Told answer(Context context) {
        if (!("Bearer " + key).equals(context.header("Authorization"))) {
            return Told.refusal(
                    401,
                    "Unauthorized",
                    "Invalid Key. Hot tip, you may be using the private key instead of the public key, or vice versa.");
        }
        return shelves.shelf(context.pathParam("kind"))
                .map(shelf -> new Desk(shelf, shelves)
                        .answer(
                                context.method().name(),
                                Optional.ofNullable(context.pathParamMap().get("id")),
                                context.body()))
                .orElseGet(() -> Told.refusal(404, "Not Found", "Cannot " + context.method() + " " + context.path()));
    }
}
