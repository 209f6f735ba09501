package ca.vitaravox.server.access;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a page asks of a route of the interface, from within: the same rule lets it in, the same code answers, the same
 * trail has it. What the route refuses is thrown as the {@link Problem} it is. For one use; not thread-safe.
 */
public final class Inquiry {
    private static final JsonMapper JSON = new JsonMapper();

    private final Visit visit;
    private final Route route;
    private final Gate gate;
    private final Map<String, String> path = new HashMap<>();
    private final Map<String, String> query = new HashMap<>();
    private final Map<String, String> headers = new HashMap<>();
    private ObjectNode body = JsonNodeFactory.instance.objectNode();

    Inquiry(Visit visit, Route route, Gate gate) {
        this.visit = visit;
        this.route = route;
        this.gate = gate;
    }

    /** With this parameter of its path; otherwise it has the one the page's own path has. */
    public Inquiry at(String name, String value) {
        path.put(name, value);
        return this;
    }

    /** With this parameter of its query. */
    public Inquiry with(String name, String value) {
        query.put(name, value);
        return this;
    }

    /** With this body. */
    public Inquiry sending(ObjectNode sent) {
        body = sent;
        return this;
    }

    /** To change only what still has this tag. */
    public Inquiry ifMatch(String tag) {
        headers.put("If-Match", tag);
        return this;
    }

    /** To make what must not be there yet. */
    public Inquiry ifNone() {
        headers.put("If-None-Match", "*");
        return this;
    }

    /**
     * What a route answered.
     *
     * @param body empty where there is none
     * @param tag what names this version of it; empty where it has none
     */
    public record Answer(ObjectNode body, String tag) {}

    /** Asks. */
    public Answer answer() {
        Rule rule = AccessTable.of(route.method().name() + " " + route.path()).orElseThrow();
        Within within = new Within();
        route.handler().handle(gate.admitAgain(visit, within, rule));
        return new Answer(within.answered, within.tag);
    }

    /** The exchange that the route sees. */
    private final class Within implements Exchange {
        private ObjectNode answered = JsonNodeFactory.instance.objectNode();
        private String tag = "";

        @Override
        public Context context() {
            return visit.context();
        }

        @Override
        public String path(String name) {
            String own = path.get(name);
            return own == null ? context().pathParam(name) : own;
        }

        @Override
        public Optional<String> query(String name) {
            return Optional.ofNullable(query.get(name));
        }

        @Override
        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }

        @Override
        public Body body() {
            return Body.of(body);
        }

        @Override
        public void tell(String header, String value) {
            if (header.equals("ETag")) {
                tag = value;
            }
        }

        @Override
        public void answer(int status) {
            // nothing to say
        }

        @Override
        public void answer(int status, String type, String text) {
            try {
                answered = JSON.readValue(text, ObjectNode.class);
            } catch (java.io.IOException notJson) {
                throw new UncheckedIOException(notJson);
            }
        }

        @Override
        public OutputStream answer(int status, String type) {
            throw new IllegalStateException("a file is fetched by the browser, not by a page");
        }
    }
}
