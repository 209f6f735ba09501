package ca.vitaravox.server.access;

import ca.vitaravox.ports.access.Actor;
import ca.vitaravox.ports.access.Administrator;
import ca.vitaravox.ports.access.LiveSession;
import ca.vitaravox.ports.access.Sessions.Admitted;
import ca.vitaravox.ports.access.User;
import ca.vitaravox.ports.clinic.ClinicId;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One request that was let in, by whom, and its answer. */
public final class Visit {
    private static final int USUAL_PAGE = 50;
    private static final int LONGEST_PAGE = 200;

    private final Context context;
    private final Optional<Admitted> admitted;

    Visit(Context context, Optional<Admitted> admitted) {
        this.context = context;
        this.admitted = admitted;
    }

    Context context() {
        return context;
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
    public Actor actor() {
        return new Actor.Admin(user().id(), session().session().id());
    }

    /** The clinic in the path; whoever is here works in it. */
    public ClinicId clinic() {
        return id("clinic", ClinicId::new);
    }

    /** An id in the path; what cannot be one is not there. */
    public <T> T id(String parameter, Function<String, T> form) {
        try {
            return form.apply(context.pathParam(parameter));
        } catch (IllegalArgumentException none) {
            throw Problem.notFound();
        }
    }

    /** What was sent. */
    public Body body() {
        return Body.of(context);
    }

    /** The version that {@code If-Match} names: 428 without, 412 if it is none of ours. */
    public long ifMatch() {
        String tag = context.header("If-Match");
        if (tag == null) {
            throw Problem.of(428, "IF_MATCH_NEEDED", "Send the ETag of what you change as If-Match.");
        }
        if (!tag.matches("\"[0-9]{1,18}\"")) {
            throw outdated();
        }
        return Long.parseLong(tag.substring(1, tag.length() - 1));
    }

    /** Somebody changed it meanwhile: 412. */
    public static Problem outdated() {
        return Problem.of(412, "OUTDATED", "Somebody changed it meanwhile: read it again.");
    }

    /** After what the page begins: the cursor of the page before. */
    public <T> Optional<T> after(Function<String, T> form) {
        try {
            return Optional.ofNullable(context.queryParam("after")).map(form);
        } catch (IllegalArgumentException strange) {
            throw Problem.field("after", "is not a cursor that a page before gave");
        }
    }

    /** How many items a page has at most, 1 to 200. */
    public int limit() {
        String limit = context.queryParam("limit");
        if (limit == null) {
            return USUAL_PAGE;
        }
        if (!limit.matches("[0-9]{1,3}") || Integer.parseInt(limit) < 1 || Integer.parseInt(limit) > LONGEST_PAGE) {
            throw Problem.field("limit", "is a number from 1 to " + LONGEST_PAGE);
        }
        return Integer.parseInt(limit);
    }

    /** Answers with a page; {@code next} is the cursor of its last item if there may be more. */
    public <T> void page(List<T> items, Function<T, ObjectNode> shape, Function<T, String> cursor) {
        ObjectNode page = Shapes.object();
        page.putArray("items").addAll(items.stream().map(shape).toList());
        if (items.size() == limit()) {
            page.put("next", cursor.apply(items.get(items.size() - 1)));
        }
        answer(200, page);
    }

    /** Answers. */
    public void answer(int status, ObjectNode body) {
        context.status(status).contentType("application/json").result(body.toString());
    }

    /** Answers with something that has a version. */
    public void answer(int status, ObjectNode body, long version) {
        context.header("ETag", "\"" + version + "\"");
        answer(status, body);
    }

    /** Answers without a body. */
    public void done() {
        context.status(204);
    }
}
