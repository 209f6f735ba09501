package ca.vitaravox.server.web.clinic;

import ca.vitaravox.server.access.Inquiry.Answer;
import ca.vitaravox.server.access.PageVisit;
import ca.vitaravox.server.access.Pages.Page;
import ca.vitaravox.server.access.Problem;
import ca.vitaravox.server.web.page.Paper;
import ca.vitaravox.server.web.page.Preferences;
import ca.vitaravox.server.web.page.Refusals;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.http.HandlerType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The guided set-up of a clinic: its steps, how far each is, and going live. It keeps nothing of its own: whoever leaves and
 * comes back finds what the settings say.
 */
final class SetUpPages {
    private static final String PATH = "/clinics/{clinic}/set-up";
    private static final String API = "/api/admin/clinics/{clinic}";

    /** What somebody changed meanwhile, or something that is lacking after all. */
    private static final Set<Integer> NOT_NOW = Set.of(409, 412);

    private final Paper paper;

    SetUpPages(Paper paper) {
        this.paper = paper;
    }

    List<Page> pages() {
        return List.of(
                new Page(HandlerType.GET, PATH, visit -> show(visit, 200, "/set-up", "")),
                new Page(HandlerType.POST, PATH + "/checks", visit -> show(visit, 200, "/set-up/checks", "")),
                new Page(HandlerType.POST, PATH + "/live", this::goLive));
    }

    private static Answer emr(PageVisit visit) {
        return visit.ask("GET " + API + "/emr").answer();
    }

    /** Checked, the EMR and the voice platform were asked too. */
    private void show(PageVisit visit, int status, String route, String refusal) {
        Map<String, Object> what = new HashMap<>();
        what.put("clinic", ClinicName.of(visit));
        what.put(
                "progress",
                SetUpProgress.of(visit.ask("GET " + API + route).answer().body()));
        what.put("checked", route.endsWith("/checks"));
        what.put("live", emr(visit).body().path("live").asBoolean());
        what.put("refusal", refusal);
        paper.show(visit, status, "clinic/set-up", what);
    }

    /** The interface makes the same checks once more: it alone decides. */
    private void goLive(PageVisit visit) {
        try {
            visit.ask("PUT " + API + "/emr/live")
                    .sending(JsonNodeFactory.instance.objectNode().put("live", true))
                    .ifMatch(emr(visit).tag())
                    .answer();
        } catch (Problem refused) {
            if (!NOT_NOW.contains(refused.status())) {
                throw refused;
            }
            String sentence = Refusals.say(Preferences.of(visit.context()).texts(), refused);
            show(visit, refused.status(), "/set-up/checks", sentence);
            return;
        }
        Paper.leadTo(visit, PATH.replace("{clinic}", visit.context().pathParam("clinic")) + "?done=live");
    }
}
