package ca.vitaravox.server.web.clinic;

import ca.vitaravox.server.access.Inquiry;
import ca.vitaravox.server.access.Inquiry.Answer;
import ca.vitaravox.server.access.PageVisit;
import ca.vitaravox.server.access.Pages.Page;
import ca.vitaravox.server.access.Problem;
import ca.vitaravox.server.web.page.Paper;
import ca.vitaravox.server.web.page.Preferences;
import ca.vitaravox.server.web.page.Refusals;
import ca.vitaravox.server.web.page.Sent;
import io.javalin.http.HandlerType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The secret by which the voice platform proves itself on a clinic's lines: the platform's, or one of the clinic's own, which
 * is made here and shown in the answer to that alone.
 */
final class WebhookPages {
    private static final String WEBHOOK = "/clinics/{clinic}/webhook";
    private static final String API = "/api/admin/clinics/{clinic}/webhook";

    private final Paper paper;

    WebhookPages(Paper paper) {
        this.paper = paper;
    }

    List<Page> pages() {
        return List.of(
                new Page(HandlerType.GET, WEBHOOK, visit -> show(visit, 200, kept(visit), "", false)),
                new Page(HandlerType.POST, WEBHOOK + "/secret", this::make),
                new Page(HandlerType.POST, WEBHOOK + "/auth", visit -> change(visit, "PUT " + API, "auth")),
                new Page(
                        HandlerType.POST,
                        WEBHOOK + "/settled",
                        visit -> change(visit, "POST " + API + "/settled", "settled")),
                new Page(HandlerType.POST, WEBHOOK + "/remove", visit -> change(visit, "DELETE " + API, "removed")));
    }

    private static Answer kept(PageVisit visit) {
        return visit.ask("GET " + API).answer();
    }

    /**
     * Shows it.
     *
     * @param told whether it has the whole secret, which was made just now; else its last characters
     */
    private void show(PageVisit visit, int status, Answer webhook, String refusal, boolean told) {
        Map<String, Object> what = new HashMap<>(SettingPages.clinic(visit));
        what.put("webhook", webhook.body());
        what.put("tag", webhook.tag());
        what.put("auths", Choices.worded(visit, "webhook.auth.", List.of("bearer", "hmac", "either")));
        what.put("refusal", refusal);
        what.put("told", told);
        paper.show(visit, status, "clinic/webhook", what);
    }

    private static Inquiry asked(PageVisit visit, String route) {
        Sent sent = new Sent(visit.context().formParamMap());
        String tag = sent.typed("_tag");
        return visit.ask(route).sending(sent.texts("auth").made()).ifMatch(tag);
    }

    private void make(PageVisit visit) {
        try {
            show(visit, 200, asked(visit, "POST " + API + "/secret").answer(), "", true);
        } catch (Problem refused) {
            refuse(visit, refused);
        }
    }

    private void change(PageVisit visit, String route, String done) {
        try {
            asked(visit, route).answer();
        } catch (Problem refused) {
            refuse(visit, refused);
            return;
        }
        Paper.leadTo(visit, WEBHOOK.replace("{clinic}", visit.context().pathParam("clinic")) + "?done=" + done);
    }

    private void refuse(PageVisit visit, Problem refused) {
        Refusals.rethrowIfNotLoggedIn(refused);
        String sentence = Refusals.say(Preferences.of(visit.context()).texts(), refused);
        show(visit, refused.status(), kept(visit), sentence, false);
    }
}
