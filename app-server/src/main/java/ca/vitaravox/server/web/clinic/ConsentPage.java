package ca.vitaravox.server.web.clinic;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.server.access.Inquiry;
import ca.vitaravox.server.access.PageVisit;
import ca.vitaravox.server.access.Pages.Page;
import ca.vitaravox.server.access.Problem;
import ca.vitaravox.server.web.page.Paper;
import ca.vitaravox.server.web.page.Preferences;
import ca.vitaravox.server.web.page.Refusals;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody sees who comes back from OSCAR's page, having agreed there or not. Whoever that is may not be signed in here,
 * and a browser that comes from elsewhere shows no session anyway: the page tells of nothing but how this went, and leads back
 * to where it began.
 */
final class ConsentPage {
    private static final String CALLBACK = "/api/admin/emr/oauth/callback";
    private static final List<String> SENT_ALONG = List.of("state", "oauth_token", "oauth_verifier");

    private final Paper paper;

    ConsentPage(Paper paper) {
        this.paper = paper;
    }

    List<Page> pages() {
        return List.of(new Page(HandlerType.GET, CALLBACK, this::comeBack));
    }

    private void comeBack(PageVisit visit) {
        Inquiry inquiry = visit.ask("GET " + CALLBACK);
        for (String name : SENT_ALONG) {
            Optional.ofNullable(visit.context().queryParam(name)).ifPresent(value -> inquiry.with(name, value));
        }
        try {
            show(visit, 200, inquiry.answer().body().path("findings"), "");
        } catch (Problem refused) {
            String why = Refusals.say(Preferences.of(visit.context()).texts(), refused);
            show(visit, refused.status(), JsonNodeFactory.instance.arrayNode(), why);
        }
    }

    private void show(PageVisit visit, int status, JsonNode findings, String refusal) {
        paper.show(
                visit, status, "clinic/consent", Map.of("findings", findings, "refusal", refusal, "back", back(visit)));
    }

    /** To the clinic that the state names; whether somebody may see it, its own page decides. */
    private static String back(PageVisit visit) {
        String state = Optional.ofNullable(visit.context().queryParam("state")).orElse("");
        try {
            return "/clinics/" + new ClinicId(state.substring(0, Math.max(0, state.lastIndexOf('.'))));
        } catch (IllegalArgumentException none) {
            return "/clinics";
        }
    }
}
