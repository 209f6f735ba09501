package ca.vitaravox.server.access;

import ca.vitaravox.ports.access.EmailAddress;
import ca.vitaravox.ports.access.LiveSession;
import ca.vitaravox.ports.access.Login;
import ca.vitaravox.ports.access.Password;
import ca.vitaravox.ports.access.Session;
import ca.vitaravox.ports.access.SessionId;
import ca.vitaravox.ports.access.Sessions;
import ca.vitaravox.ports.access.Sessions.Admitted;
import ca.vitaravox.ports.access.Sessions.Refresh;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Getting in, staying in, getting out. */
final class AuthRoutes {
    private final Login login;
    private final Sessions sessions;
    private final AccessTokens tokens;
    private final CsrfTokens csrf;
    private final Cookies cookies;
    private final Origins origins;
    private final LoginLimits limits;

    AuthRoutes(
            Login login,
            Sessions sessions,
            AccessTokens tokens,
            CsrfTokens csrf,
            Cookies cookies,
            Origins origins,
            LoginLimits limits) {
        this.login = login;
        this.sessions = sessions;
        this.tokens = tokens;
        this.csrf = csrf;
        this.cookies = cookies;
        this.origins = origins;
        this.limits = limits;
    }

    List<Route> routes() {
        return List.of(
                new Route(HandlerType.POST, "/api/auth/login", this::login),
                new Route(HandlerType.POST, "/api/auth/refresh", this::refresh),
                new Route(HandlerType.POST, "/api/auth/logout", this::logout),
                new Route(HandlerType.GET, "/api/auth/me", this::me),
                new Route(HandlerType.GET, "/api/auth/sessions", this::list),
                new Route(HandlerType.DELETE, "/api/auth/sessions/{session}", this::end));
    }

    private void login(Visit visit) {
        limits.check(visit.context());
        Body body = visit.body();
        Session.Kind kind =
                body.someText("kind").isPresent() ? body.constant("kind", Session.Kind.class) : Session.Kind.API;
        if (kind == Session.Kind.WEB) {
            origins.check(visit.context());
        }
        Login.Result result = login.login(new Login.Request(
                body.value("email", EmailAddress::new),
                body.value("password", Password::new),
                body.someText("code"),
                kind));
        if (result instanceof Login.Result.In in) {
            let(visit, in.session(), in.token());
        } else if (result instanceof Login.Result.CodeNeeded) {
            throw Problem.of(401, "CODE_NEEDED", "Send a code of your second factor, or a recovery code, as well.");
        } else {
            throw Problem.of(
                    401,
                    "LOGIN_REFUSED",
                    "Address, password or code is wrong, or there were too many failures: wait 15 minutes then.");
        }
    }

    private void let(Visit visit, LiveSession live, String refreshToken) {
        Admitted admitted = sessions.admit(live.session().id()).orElseThrow(Problem::notLoggedIn);
        ObjectNode answer = described(admitted);
        String access = tokens.issue(live.session());
        if (live.session().kind() == Session.Kind.WEB) {
            String token = csrf.of(live.session().id());
            cookies.set(visit.context(), access, refreshToken, token, Session.LONGEST);
            answer.put("csrfToken", token);
        } else {
            answer.put("accessToken", access)
                    .put("expiresIn", AccessTokens.LASTS.toSeconds())
                    .put("refreshToken", refreshToken);
        }
        visit.answer(200, answer);
    }

    private static ObjectNode described(Admitted admitted) {
        ObjectNode answer = Shapes.object();
        answer.set("user", Shapes.user(admitted.live().user()));
        answer.set("session", Shapes.session(admitted.live().session(), true));
        return answer.put("standing", admitted.standing().name().toLowerCase(Locale.ROOT));
    }

    /** The token comes from the cookie, and then the page must be ours, or from the body. */
    private void refresh(Visit visit) {
        limits.check(visit.context());
        Context context = visit.context();
        Optional<String> cookie = Optional.ofNullable(cookies.refresh(context));
        cookie.ifPresent(there -> origins.check(context));
        Refresh result = sessions.refresh(cookie.orElseGet(() -> visit.body().text("refreshToken")));
        if (result instanceof Refresh.Refreshed refreshed) {
            boolean web = refreshed.session().session().kind() == Session.Kind.WEB;
            if (web != cookie.isPresent()) {
                sessions.end(
                        refreshed.session(),
                        refreshed.session().user().id(),
                        refreshed.session().session().id());
                throw Problem.notLoggedIn();
            }
            let(visit, refreshed.session(), refreshed.token());
        } else if (result instanceof Refresh.AnotherTab) {
            throw Problem.of(409, "ALREADY_REFRESHED", "Another tab has just refreshed: use what it got.");
        } else {
            cookies.clear(context);
            throw Problem.notLoggedIn();
        }
    }

    private void logout(Visit visit) {
        LiveSession session = visit.session();
        sessions.end(session, session.user().id(), session.session().id());
        cookies.clear(visit.context());
        visit.done();
    }

    private void me(Visit visit) {
        ObjectNode answer = described(visit.admitted());
        if (visit.session().session().kind() == Session.Kind.WEB) {
            answer.put("csrfToken", csrf.of(visit.session().session().id()));
        }
        visit.answer(200, answer);
    }

    private void list(Visit visit) {
        ObjectNode answer = Shapes.object();
        answer.putArray("items")
                .addAll(sessions.of(visit.user().id()).stream()
                        .map(each -> Shapes.session(
                                each, each.id().equals(visit.session().session().id())))
                        .toList());
        visit.answer(200, answer);
    }

    private void end(Visit visit) {
        if (!sessions.end(visit.session(), visit.user().id(), visit.id("session", SessionId::new))) {
            throw Problem.notFound();
        }
        visit.done();
    }
}
