package ca.vitaravox.server.access;

import ca.vitaravox.ports.access.Actor;
import ca.vitaravox.ports.access.Administrator;
import ca.vitaravox.ports.access.LiveSession;
import ca.vitaravox.ports.access.Sessions.Admitted;
import ca.vitaravox.ports.access.User;
import ca.vitaravox.ports.clinic.ClinicId;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;

/** One request that was let in, by whom, and its answer. */
public final class Visit {
    private static final int USUAL_PAGE = 50;
    private static final int LONGEST_PAGE = 200;

    private final Exchange exchange;
    private final Optional<Admitted> admitted;
    private final BooleanSupplier still;

    /** One that is open to everybody. */
    Visit(Exchange exchange, Optional<Admitted> admitted) {
        this(exchange, admitted, () -> true);
    }

    /**
     * One that somebody was let in to.
     *
     * @param still whether they would be let in again
     */
    Visit(Exchange exchange, Optional<Admitted> admitted, BooleanSupplier still) {
        this.exchange = exchange;
        this.admitted = admitted;
        this.still = still;
    }

    Context context() {
        return exchange.context();
    }

    /** Who is here, and what their session is good for; empty where a route is open to everybody. */
    Optional<Admitted> whoever() {
        return admitted;
    }

    Admitted admitted() {
        return admitted.orElseThrow(Problem::notLoggedIn);
    }

    /** Whose session it is in. */
    public LiveSession session() {
        return admitted().live();
    }

    /** Who it is. */
    public User user() {
        return session().user();
    }

    /** Who it is, to those who manage users. */
    public Administrator administrator() {
        return new Administrator.Admin(session());
    }

    /** Who it is, for the audit trail. */
    public Actor.Admin actor() {
        return new Actor.Admin(user().id(), session().session().id());
    }

    /** The clinic in the path; whoever is here works in it. */
    public ClinicId clinic() {
        return id("clinic", ClinicId::new);
    }

    /** The clinic that the query names; where the table asks for it, whoever is here works in it. */
    public ClinicId askedClinic() {
        return asked("clinic", "the id of a clinic", ClinicId::new)
                .orElseThrow(() -> Problem.field("clinic", "is missing: name a clinic by id"));
    }

    /**
     * What the query says of something, if it does.
     *
     * @param wanted what it has to be, for whoever sent something else
     */
    public <T> Optional<T> asked(String parameter, String wanted, Function<String, T> form) {
        try {
            return exchange.query(parameter).map(form);
        } catch (IllegalArgumentException | DateTimeException strange) {
            throw Problem.field(parameter, "is not " + wanted);
        }
    }

    /** An id in the path; what cannot be one is not there. */
    public <T> T id(String parameter, Function<String, T> form) {
        try {
            return form.apply(exchange.path(parameter));
        } catch (IllegalArgumentException none) {
            throw Problem.notFound();
        }
    }

    /** What was sent. */
    public Body body() {
        return exchange.body();
    }

    /** The whole of what was sent, made into something; fields that nobody knows are refused. */
    public <T> T read(Function<Body, T> form) {
        return body().whole(form);
    }

    /** What is asked for beside the path. */
    public Query query() {
        return new Query(exchange);
    }

    /** The version that {@code If-Match} names: 428 without, 412 if it is none of ours. */
    public long ifMatch() {
        String tag = tag();
        if (!tag.matches("\"[0-9]{1,18}\"")) {
            throw outdated();
        }
        return Long.parseLong(tag.substring(1, tag.length() - 1));
    }

    /**
     * Refuses to change what is no longer as {@code If-Match} says it was read: 428 without, 412 if it was changed.
     *
     * @param shown how it would be shown now
     */
    public void checkMatch(ObjectNode shown) {
        if (!Etag.of(shown).equals(tag())) {
            throw outdated();
        }
    }

    /** What {@code If-Match} says: 428 without. */
    private String tag() {
        return exchange.header("If-Match")
                .orElseThrow(() -> Problem.of(428, "IF_MATCH_NEEDED", "Send the ETag of what you change as If-Match."));
    }

    /** Whether {@code If-None-Match: *} says that something is to be made anew. */
    public boolean makesAnew() {
        return exchange.header("If-None-Match").filter("*"::equals).isPresent();
    }

    /** Somebody changed it meanwhile: 412. */
    public static Problem outdated() {
        return Problem.of(412, "OUTDATED", "Somebody changed it meanwhile: read it again.");
    }

    /** After what the page begins: the key in the cursor of the page before. */
    public <T> Optional<T> after(Function<String, T> form) {
        String strange = "is not a cursor that a page before gave";
        return query().value("after", cursor -> {
            String key = Cursor.key(cursor).orElseThrow(() -> new IllegalArgumentException(strange));
            try {
                return form.apply(key);
            } catch (IllegalArgumentException | DateTimeException other) {
                throw new IllegalArgumentException(strange, other);
            }
        });
    }

    /** How many items a page has at most, 1 to 200. */
    public int limit() {
        return query().number("limit", 1, LONGEST_PAGE).orElse(USUAL_PAGE);
    }

    /**
     * Answers with a page, and with the cursor of the next if there is one.
     *
     * @param read reads so many items at most, in an order that does not change, after {@link #after}
     * @param shape an item as JSON
     * @param key an item's place in that order, as {@link #after} reads it
     */
    public <T> void page(IntFunction<List<T>> read, Function<T, ObjectNode> shape, Function<T, String> key) {
        int limit = limit();
        List<T> oneMore = read.apply(limit + 1);
        List<T> items = oneMore.subList(0, Math.min(limit, oneMore.size()));
        ObjectNode page = Shapes.object();
        page.putArray("items").addAll(items.stream().map(shape).toList());
        if (oneMore.size() > limit) {
            page.put("next", Cursor.of(key.apply(items.get(limit - 1))));
        }
        answer(200, page);
    }

    /** Answers with something that can be changed, and its tag. */
    public void show(ObjectNode shown) {
        exchange.tell("ETag", Etag.of(shown));
        answer(200, shown);
    }

    /**
     * Answers with something that can be changed, and more of it than is shown another time; with the tag it has then.
     *
     * @param shown how it is shown from now on
     */
    public void show(ObjectNode shown, ObjectNode told) {
        exchange.tell("ETag", Etag.of(shown));
        answer(200, told);
    }

    /** Answers that something was made, with its tag. */
    public void made(ObjectNode shown) {
        exchange.tell("ETag", Etag.of(shown));
        answer(201, shown);
    }

    /** Answers. */
    public void answer(int status, ObjectNode body) {
        exchange.answer(status, "application/json", body.toString());
    }

    /** Answers with something that has a version. */
    public void answer(int status, ObjectNode body, long version) {
        exchange.tell("ETag", Etag.of(version));
        answer(status, body);
    }

    /** What a file is written by. */
    @FunctionalInterface
    public interface Lines {
        /** Writes all of it. */
        void write(Appendable out) throws IOException;
    }

    /** Answers with a file, written while it is sent; one that breaks off ends the connection. */
    public void file(String name, String type, Lines lines) {
        exchange.tell("Content-Disposition", "attachment; filename=" + name);
        try (Writer out = new OutputStreamWriter(exchange.answer(200, type), StandardCharsets.UTF_8)) {
            lines.write(out);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /**
     * Answers with events, for as long as somebody listens. That they still may is asked with {@link #stillMay}.
     *
     * @param opened is told when it is open
     */
    public void stream(Consumer<EventStream> opened) {
        if (exchange.header("Accept")
                .filter(types -> types.contains("text/event-stream"))
                .isEmpty()) {
            throw Problem.of(406, "NOT_ACCEPTABLE", "Say that you accept text/event-stream: this answer stays open.");
        }
        context().req().startAsync().setTimeout(0);
        try {
            EventStream stream = EventStream.begin(context().res());
            context().future(stream::over);
            opened.accept(stream);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Whether whoever is here would still be let in; asking does not count as using the session. */
    public boolean stillMay() {
        return still.getAsBoolean();
    }

    /** Answers without a body. */
    public void done() {
        exchange.answer(204);
    }
}
