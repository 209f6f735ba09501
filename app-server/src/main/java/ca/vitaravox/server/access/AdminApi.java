package ca.vitaravox.server.access;

import ca.vitaravox.ports.access.Login;
import ca.vitaravox.ports.access.OwnAccess;
import ca.vitaravox.ports.access.Sessions;
import ca.vitaravox.ports.access.UserAdministration;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.ClinicId;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The HTTP interface of the administration: the routes of access, and those the other rooms add, every one behind the
 * {@link AccessTable}.
 */
public final class AdminApi {
    private final Gate gate;
    private final List<Route> routes;
    private final Pages pages;

    /**
     * Where it is reached.
     *
     * @param publicUrl the address people use
     * @param loopback whether it listens on the loopback
     * @param proxies those that are believed about who asks
     */
    public record Place(Optional<URI> publicUrl, boolean loopback, TrustedProxies proxies) {}

    /**
     * The use cases of access.
     *
     * @param login getting in
     * @param sessions being in
     * @param own what users do to their own access
     * @param users what others do to it
     */
    public record UseCases(Login login, Sessions sessions, OwnAccess own, UserAdministration users) {}

    /**
     * The interface.
     *
     * @param clinics the clinics there are
     * @param others routes of other rooms
     * @param pages the web application over all of them
     * @param changed told of the clinic in which something was changed
     */
    public AdminApi(
            UseCases uses,
            AccessTokens tokens,
            Place place,
            InstantSource clock,
            ClinicDirectory clinics,
            List<Route> others,
            Pages pages,
            Consumer<ClinicId> changed) {
        Origins origins = new Origins(place.publicUrl(), place.loopback());
        Cookies cookies = new Cookies(origins.secure());
        CsrfTokens csrf = new CsrfTokens(tokens);
        LoginLimits limits = new LoginLimits(place.proxies(), clock);
        gate = new Gate(tokens, uses.sessions(), cookies, csrf, origins, clinics);
        routes = new ArrayList<>(
                new AuthRoutes(uses.login(), uses.sessions(), tokens, csrf, cookies, origins, limits).routes());
        routes.addAll(new OwnAccessRoutes(uses.own(), limits).routes());
        routes.addAll(new UserRoutes(uses.users(), uses.sessions()).routes());
        others.forEach(route -> routes.add(route.telling(changed)));
        this.pages = pages;
    }

    /**
     * Adds the routes. Where a page has the method and path of a route, it stands for it, and asks it from within.
     *
     * @throws IllegalStateException if nobody said who may use one of them
     */
    public void addTo(JavalinConfig config) {
        for (Route route : routes) {
            Rule rule = rule(route.method(), route.path());
            if (pages.all().stream().noneMatch(page -> rule.route().equals(page.method() + " " + page.path()))) {
                config.routes.addHttpHandler(route.method(), route.path(), context -> answer(context, route, rule));
            }
        }
        for (Pages.Page page : pages.all()) {
            Rule rule = rule(page.method(), page.path());
            config.routes.addHttpHandler(page.method(), page.path(), context -> show(context, page, rule));
        }
        config.routes.exception(Problem.class, (problem, context) -> problem.answer(context));
    }

    private static Rule rule(HandlerType method, String path) {
        String name = method.name() + " " + path;
        return AccessTable.of(name).orElseThrow(() -> new IllegalStateException("nobody said who may use " + name));
    }

    /** Somebody who opens a route in a browser, as files are fetched, is refused in a page; a program in JSON. */
    private void answer(Context context, Route route, Rule rule) {
        PageVisit visit = new PageVisit(context, this::route, gate);
        try {
            Visit admitted = gate.admit(context, rule);
            visit.admitted(admitted);
            route.handler().handle(admitted);
        } catch (Problem refused) {
            if (!isOpened(context)) {
                throw refused;
            }
            pages.refuse(visit, refused);
        }
    }

    private static boolean isOpened(Context context) {
        String accepted = Optional.ofNullable(context.header("Accept")).orElse("");
        return context.method() == HandlerType.GET
                && accepted.contains("text/html")
                && context.header("Authorization") == null;
    }

    private void show(Context context, Pages.Page page, Rule rule) {
        PageVisit visit = new PageVisit(context, this::route, gate);
        try {
            visit.admitted(gate.admit(context, rule));
            page.handler().handle(visit);
        } catch (Problem refused) {
            pages.refuse(visit, refused);
        }
    }

    private Route route(String name) {
        return routes.stream()
                .filter(each -> (each.method().name() + " " + each.path()).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no route " + name));
    }
}
