package ca.vitaravox.server.web.clinic;

import ca.vitaravox.server.access.Inquiry.Answer;
import ca.vitaravox.server.access.PageVisit;
import ca.vitaravox.server.access.Pages.Page;
import ca.vitaravox.server.access.Problem;
import ca.vitaravox.server.web.page.Paper;
import ca.vitaravox.server.web.page.Preferences;
import ca.vitaravox.server.web.page.Refusals;
import ca.vitaravox.server.web.page.Sent;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.http.HandlerType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A clinic's assistant at the voice platform: how it differs from what it should be, and making it so. */
final class AssistantPages {
    private static final String ASSISTANT = "/clinics/{clinic}/assistant";
    private static final String API = "/api/admin/clinics/{clinic}/assistant";

    private final Paper paper;

    AssistantPages(Paper paper) {
        this.paper = paper;
    }

    List<Page> pages() {
        return List.of(
                new Page(HandlerType.GET, ASSISTANT, visit -> show(visit, 200, "")),
                new Page(HandlerType.POST, ASSISTANT + "/push", this::push));
    }

    /** The voice platform is asked each time; if it does not answer, that is what the page says. */
    private void show(PageVisit visit, int status, String refusal) {
        Map<String, Object> what = new HashMap<>(SettingPages.clinic(visit));
        Answer found;
        String why = refusal;
        try {
            found = visit.ask("GET " + API).answer();
        } catch (Problem refused) {
            Refusals.rethrowIfNotLoggedIn(refused);
            found = new Answer(JsonNodeFactory.instance.objectNode(), "");
            why = Refusals.say(Preferences.of(visit.context()).texts(), refused);
        }
        what.put("assistant", found.body());
        what.put("tag", found.tag());
        what.put("refusal", why);
        paper.show(visit, status, "clinic/assistant", what);
    }

    private void push(PageVisit visit) {
        String tag = new Sent(visit.context().formParamMap()).typed("_tag");
        try {
            visit.ask("POST " + API + "/push").ifMatch(tag).answer();
        } catch (Problem refused) {
            Refusals.rethrowIfNotLoggedIn(refused);
            show(
                    visit,
                    refused.status(),
                    Refusals.say(Preferences.of(visit.context()).texts(), refused));
            return;
        }
        Paper.leadTo(visit, ASSISTANT.replace("{clinic}", visit.context().pathParam("clinic")) + "?done=pushed");
    }
}
