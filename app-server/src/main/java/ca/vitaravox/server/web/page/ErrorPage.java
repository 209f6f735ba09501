package ca.vitaravox.server.web.page;

import ca.vitaravox.server.access.PageVisit;
import ca.vitaravox.server.access.Problem;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What is shown in place of a page that somebody may not see, or not yet. */
public final class ErrorPage {
    private static final int NOT_LOGGED_IN = 401;

    private final Paper paper;

    /** On this paper. */
    public ErrorPage(Paper paper) {
        this.paper = paper;
    }

    /** Says why, or leads to where they sign in or make up for what is missing. */
    public void show(PageVisit visit, Problem problem) {
        Context context = visit.context();
        boolean asked = context.header("HX-Request") == null;
        if (problem.status() == NOT_LOGGED_IN && asked) {
            String here = context.queryString() == null ? context.path() : context.path() + "?" + context.queryString();
            String next = context.method().name().equals("GET") ? here : "/";
            Paper.leadTo(visit, "/sign-in?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
        } else if (problem.code().equals("PASSWORD_CHANGE_NEEDED")) {
            Paper.leadTo(visit, "/account");
        } else if (problem.code().equals("SECOND_FACTOR_SETUP_NEEDED")) {
            Paper.leadTo(visit, "/account/second-factor");
        } else {
            Texts texts = Preferences.of(context).texts();
            paper.show(visit, problem.status(), "error", Map.of("sentence", Refusals.say(texts, problem)));
        }
    }
}
