package ca.vitaravox.server.web.access;

import ca.vitaravox.server.access.PageVisit;
import ca.vitaravox.server.access.Pages.Page;
import ca.vitaravox.server.access.Problem;
import ca.vitaravox.server.web.page.Paper;
import ca.vitaravox.server.web.page.Preferences;
import ca.vitaravox.server.web.page.Refusals;
import ca.vitaravox.server.web.page.Sent;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Signing in and out. What is typed stays in the page while it is asked for a code: a password is never sent back. The
 * same form signs somebody in again over a page whose session ended, and that page goes on.
 */
public final class SignInPages {
    private static final String SIGN_IN = "/sign-in";

    private final Paper paper;

    /** On this paper. */
    public SignInPages(Paper paper) {
        this.paper = paper;
    }

    /** The pages. */
    public List<Page> pages() {
        return List.of(
                new Page(HandlerType.GET, SIGN_IN, visit -> show(visit, 200, "")),
                new Page(HandlerType.POST, SIGN_IN, this::signIn),
                new Page(HandlerType.POST, "/sign-out", SignInPages::signOut),
                new Page(HandlerType.POST, "/preferences", SignInPages::choose));
    }

    private void show(PageVisit visit, int status, String refusal) {
        String next = next(visit.context().queryParam("next"));
        paper.show(visit, status, "access/sign-in", Map.of("next", next, "refusal", refusal));
    }

    /** Our own pages only, and not the door itself. */
    private static String next(String wanted) {
        return Optional.ofNullable(wanted)
                .filter(path -> path.matches("/[A-Za-z0-9].{0,300}") && !path.startsWith(SIGN_IN))
                .orElse("/");
    }

    private void signIn(PageVisit visit) {
        Sent sent = new Sent(visit.context().formParamMap()).texts("email", "code");
        String password = visit.context().formParam("password");
        var body = sent.made().put("kind", "web");
        if (password != null && !password.isEmpty()) {
            body.put("password", password);
        }
        try {
            visit.ask("POST /api/auth/login").sending(body).answer();
        } catch (Problem refused) {
            if (refused.code().equals("CODE_NEEDED")) {
                visit.context().header("HX-Trigger", "code-needed");
            }
            show(
                    visit,
                    refused.status() == 401 ? 422 : refused.status(),
                    Refusals.say(Preferences.of(visit.context()).texts(), refused));
            return;
        }
        if (sent.typed("over").isEmpty()) {
            Paper.leadTo(visit, next(visit.context().formParam("next")));
        } else {
            visit.context().header("HX-Trigger", "signed-in").status(204);
        }
    }

    private static void signOut(PageVisit visit) {
        visit.ask("POST /api/auth/logout").answer();
        Paper.leadTo(visit, SIGN_IN);
    }

    /** Language and theme, chosen on any page, also before signing in. */
    private static void choose(PageVisit visit) {
        Preferences.choose(visit.context());
        Paper.leadTo(visit, next(visit.context().formParam("back"), SIGN_IN));
    }

    private static String next(String wanted, String otherwise) {
        return wanted != null && wanted.startsWith(SIGN_IN) && wanted.matches("/[A-Za-z0-9].{0,300}")
                ? wanted
                : wanted == null ? otherwise : next(wanted);
    }
}
