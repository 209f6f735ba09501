package ca.vitaravox.server.access;

import ca.vitaravox.ports.access.LiveSession;
import ca.vitaravox.ports.access.Sessions.Admitted;
import ca.vitaravox.ports.access.Sessions.Standing;
import ca.vitaravox.ports.access.User;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.function.Function;

/** One request of a page: who asks, and all that they may ask of the interface. For one thread. */
public final class PageVisit {
    private final Context context;
    private final Function<String, Route> routes;
    private final Gate gate;
    private Visit visit;

    PageVisit(Context context, Function<String, Route> routes, Gate gate) {
        this.context = context;
        this.routes = routes;
        this.gate = gate;
        this.visit = new Visit(new Exchange.OverHttp(context), Optional.empty());
    }

    void admitted(Visit in) {
        visit = in;
    }

    /** The request and its answer. */
    public Context context() {
        return context;
    }

    /** Who it is; empty on pages that are open to everybody, and where somebody was not let in. */
    public Optional<User> user() {
        return session().map(LiveSession::user);
    }

    /** The session it is in, where there is one. */
    public Optional<LiveSession> session() {
        return visit.whoever().map(Admitted::live);
    }

    /** What the session is good for, where there is one. */
    public Optional<Standing> standing() {
        return visit.whoever().map(Admitted::standing);
    }

    /**
     * Asks a route of the interface, from within.
     *
     * @param route such as {@code GET /api/admin/clinics/{clinic}/hours}
     */
    public Inquiry ask(String route) {
        return new Inquiry(visit, routes.apply(route), gate);
    }

    /** Whether their role may use a route of the interface. */
    public boolean may(String route) {
        Rule rule = AccessTable.of(route).orElseThrow();
        return user().filter(who -> rule.roles().contains(who.role())).isPresent();
    }
}
