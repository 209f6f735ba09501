package ca.vitaravox.server.audit;

import ca.vitaravox.ports.access.AccessEvent;
import ca.vitaravox.ports.access.AccessTrail;
import ca.vitaravox.ports.access.UserId;
import ca.vitaravox.ports.audit.AccessLine;
import ca.vitaravox.ports.audit.AccessPages;
import ca.vitaravox.ports.audit.AccessQuery;
import ca.vitaravox.server.access.Route;
import ca.vitaravox.server.access.Visit;
import ca.vitaravox.server.access.Words;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HandlerType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** The trail of access, for the platform's admins. Reading it is in it too, and written before anything is read. */
public final class AccessTrailRoutes {
    private final AccessTrail trail;
    private final AccessPages pages;
    private final InstantSource clock;

    /** Over this trail. */
    public AccessTrailRoutes(AccessTrail trail, AccessPages pages, InstantSource clock) {
        this.trail = trail;
        this.pages = pages;
        this.clock = clock;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(new Route(HandlerType.GET, "/api/admin/access-trail", this::list));
    }

    private void list(Visit visit) {
        AccessQuery query = new AccessQuery(
                visit.asked("user", "the id of a user", UserId::new),
                visit.asked("by", "the id of a user", UserId::new),
                visit.asked("action", "an action, such as login", AccessTrailRoutes::action),
                visit.asked("from", "a moment, such as 2026-03-02T17:00:00Z", Instant::parse),
                visit.asked("until", "a moment, such as 2026-03-02T17:00:00Z", Instant::parse));
        OptionalLong before = visit.after(Long::valueOf).map(OptionalLong::of).orElseGet(OptionalLong::empty);
        visit.limit();
        trail.append(new AccessEvent(
                clock.instant(),
                AccessEvent.Action.TRAIL_READ,
                Optional.of(visit.user().id()),
                query.user(),
                Optional.of(visit.session().session().id()),
                AccessEvent.Result.DONE));
        visit.page(
                most -> pages.page(query, before, most),
                AccessTrailRoutes::shape,
                line -> Long.toString(line.position()));
    }

    private static AccessEvent.Action action(String word) {
        return AccessEvent.Action.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static ObjectNode shape(AccessLine line) {
        AccessEvent event = line.event();
        ObjectNode shape = JsonNodeFactory.instance
                .objectNode()
                .put("position", line.position())
                .put("at", event.at().toString())
                .put("action", Words.word(event.action()));
        event.by().ifPresent(by -> shape.put("by", by.value()));
        event.user().ifPresent(user -> shape.put("user", user.value()));
        event.session().ifPresent(session -> shape.put("session", session.value()));
        return shape.put("result", Words.word(event.result()))
                .put("hash", line.hash().hex());
    }
}
