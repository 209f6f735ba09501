package ca.vitaravox.server.access;

import ca.vitaravox.ports.access.Login;
import ca.vitaravox.ports.access.OwnAccess;
import ca.vitaravox.ports.access.Sessions;
import ca.vitaravox.ports.access.UserAdministration;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import io.javalin.config.JavalinConfig;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The HTTP interface of the administration: the routes of access, and those the other rooms add, every one behind the
 * {@link AccessTable}.
 */
public final class AdminApi {
    private final Gate gate;
    private final List<Route> routes;

    /**
     * Where it is reached.
     *
     * @param publicUrl the address people use
     * @param loopback whether it listens on the loopback
     */
    public record Place(Optional<URI> publicUrl, boolean loopback) {}

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
     */
    public AdminApi(
            UseCases uses,
            AccessTokens tokens,
            Place place,
            InstantSource clock,
            ClinicDirectory clinics,
            List<Route> others) {
        Origins origins = new Origins(place.publicUrl(), place.loopback());
        Cookies cookies = new Cookies(origins.secure());
        CsrfTokens csrf = new CsrfTokens(tokens);
        LoginLimits limits = new LoginLimits(clock);
        gate = new Gate(tokens, uses.sessions(), cookies, csrf, origins, clinics);
        routes = new ArrayList<>(
                new AuthRoutes(uses.login(), uses.sessions(), tokens, csrf, cookies, origins, limits).routes());
        routes.addAll(new OwnAccessRoutes(uses.own(), limits).routes());
        routes.addAll(new UserRoutes(uses.users(), uses.sessions()).routes());
        routes.addAll(others);
    }

    /**
     * Adds the routes.
     *
     * @throws IllegalStateException if nobody said who may use one of them
     */
    public void addTo(JavalinConfig config) {
        for (Route route : routes) {
            String name = route.method().name() + " " + route.path();
            Rule rule = AccessTable.of(name)
                    .orElseThrow(() -> new IllegalStateException("nobody said who may use " + name));
            config.routes.addHttpHandler(
                    route.method(), route.path(), context -> route.handler().handle(gate.admit(context, rule)));
        }
        config.routes.exception(Problem.class, (problem, context) -> problem.answer(context));
    }
}
