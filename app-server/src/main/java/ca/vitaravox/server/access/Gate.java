package ca.vitaravox.server.access;

import ca.vitaravox.ports.access.Session;
import ca.vitaravox.ports.access.Sessions;
import ca.vitaravox.ports.access.Sessions.Admitted;
import ca.vitaravox.ports.access.Sessions.Standing;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.server.access.Rule.Needs;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

/**
 * Lets requests in by the {@link AccessTable}. Whoever they are comes from a bearer token or from the cookies of the web
 * application, and then Origin and CSRF token must be right for whatever changes something. What they may comes from their
 * session as it is at that moment.
 */
final class Gate {
    private static final String BEARER = "Bearer ";
    private static final Set<HandlerType> SAFE = Set.of(HandlerType.GET, HandlerType.HEAD);

    private final AccessTokens tokens;
    private final Sessions sessions;
    private final Cookies cookies;
    private final CsrfTokens csrf;
    private final Origins origins;
    private final ClinicDirectory clinics;

    Gate(
            AccessTokens tokens,
            Sessions sessions,
            Cookies cookies,
            CsrfTokens csrf,
            Origins origins,
            ClinicDirectory clinics) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.cookies = cookies;
        this.csrf = csrf;
        this.origins = origins;
        this.clinics = clinics;
    }

    /** The visit of a request, by the rule of its route. */
    Visit admit(Context context, Rule rule) {
        harden(context);
        Exchange exchange = new Exchange.OverHttp(context);
        if (rule.needs() == Needs.NOTHING) {
            return new Visit(exchange, Optional.empty());
        }
        return admit(exchange, admitted(context).orElseThrow(Problem::notLoggedIn), rule);
    }

    /** The visit of a page to a route of the interface, by the rule of that route. */
    Visit admitAgain(Visit page, Exchange exchange, Rule rule) {
        return rule.needs() == Needs.NOTHING
                ? new Visit(exchange, page.whoever())
                : admit(exchange, page.whoever().orElseThrow(Problem::notLoggedIn), rule);
    }

    private Visit admit(Exchange exchange, Admitted admitted, Rule rule) {
        checkRole(admitted, rule);
        Visit visit = new Visit(exchange, Optional.of(admitted), () -> stillMay(exchange, admitted, rule));
        if (rule.path().contains("{clinic}")) {
            checkClinic(admitted, visit.clinic());
        }
        if (rule.needs() == Needs.ASKED_CLINIC) {
            checkClinic(admitted, visit.askedClinic());
        }
        return visit;
    }

    private static void checkRole(Admitted admitted, Rule rule) {
        if (rule.needsFullSession()) {
            checkStanding(admitted.standing());
            if (!rule.roles().contains(admitted.live().user().role())) {
                throw Problem.of(403, "FORBIDDEN", "Your role may not do this.");
            }
        }
    }

    /** By what is known now of whoever was let in. */
    private boolean stillMay(Exchange exchange, Admitted before, Rule rule) {
        Optional<Admitted> now = sessions.look(before.live().session().id());
        try {
            now.ifPresent(admitted -> admit(exchange, admitted, rule));
            return now.isPresent();
        } catch (Problem refused) {
            return false;
        }
    }

    private void checkClinic(Admitted admitted, ClinicId clinic) {
        if (!(admitted.live().user().worksIn(clinic) && exists(clinic))) {
            throw Problem.notFound();
        }
    }

    private boolean exists(ClinicId clinic) {
        try {
            return clinics.clinic(clinic).id().equals(clinic);
        } catch (NoSuchElementException unknown) {
            return false;
        }
    }

    private static void harden(Context context) {
        context.header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                .header("Referrer-Policy", "no-referrer");
    }

    private static void checkStanding(Standing standing) {
        if (standing == Standing.MUST_CHANGE_PASSWORD) {
            throw Problem.of(403, "PASSWORD_CHANGE_NEEDED", "Choose a password of your own first.");
        }
        if (standing == Standing.MUST_SET_SECOND_FACTOR) {
            throw Problem.of(403, "SECOND_FACTOR_SETUP_NEEDED", "Set up a second factor first.");
        }
    }

    private Optional<Admitted> admitted(Context context) {
        String authorization = context.header("Authorization");
        if (authorization != null) {
            return authorization.startsWith(BEARER)
                    ? named(authorization.substring(BEARER.length()), Session.Kind.API)
                    : Optional.empty();
        }
        String cookie = cookies.access(context);
        if (cookie == null) {
            return Optional.empty();
        }
        Optional<Admitted> admitted = named(cookie, Session.Kind.WEB);
        admitted.filter(who -> !SAFE.contains(context.method())).ifPresent(who -> checkPage(context, who));
        return admitted;
    }

    /** A token of one kind of session does not open the other: what was in a cookie stays in cookies. */
    private Optional<Admitted> named(String token, Session.Kind kind) {
        return tokens.read(token)
                .flatMap(named -> sessions.admit(named.session())
                        .filter(admitted -> admitted.live().user().id().equals(named.user())))
                .filter(admitted -> admitted.live().session().kind() == kind);
    }

    private void checkPage(Context context, Admitted admitted) {
        origins.check(context);
        String sent = Optional.ofNullable(context.header("X-CSRF-Token")).orElse("");
        if (!csrf.isOf(admitted.live().session().id(), sent)) {
            throw Problem.of(403, "CSRF", "Send the CSRF token of your session as X-CSRF-Token.");
        }
    }
}
