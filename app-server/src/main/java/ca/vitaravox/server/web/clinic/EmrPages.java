package ca.vitaravox.server.web.clinic;

import ca.vitaravox.server.access.Inquiry.Answer;
import ca.vitaravox.server.access.PageVisit;
import ca.vitaravox.server.access.Pages.Page;
import ca.vitaravox.server.access.Problem;
import ca.vitaravox.server.web.page.DocumentPage;
import ca.vitaravox.server.web.page.Form;
import ca.vitaravox.server.web.page.Paper;
import ca.vitaravox.server.web.page.Preferences;
import ca.vitaravox.server.web.page.Refusals;
import ca.vitaravox.server.web.page.Sent;
import ca.vitaravox.server.web.page.Texts;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A clinic's EMR: where it is, what we prove ourselves with, connecting, testing, and the switch between it and demo data.
 * What is secret is typed and never shown again.
 */
final class EmrPages {
    private static final String EMR = "/clinics/{clinic}/emr";
    private static final String API = "/api/admin/clinics/{clinic}/emr";
    private static final ObjectNode NOTHING = JsonNodeFactory.instance.objectNode();

    private final Paper paper;

    EmrPages(Paper paper) {
        this.paper = paper;
    }

    List<Page> pages() {
        List<Page> pages = new ArrayList<>(new DocumentPage(
                        paper,
                        new DocumentPage.Parts(
                                "emr-address",
                                EMR + "/address",
                                API,
                                "clinic/emr-address",
                                EmrPages::address,
                                EmrPages::besideAddress))
                .pages());
        pages.add(new Page(HandlerType.GET, EMR, visit -> show(visit, 200, new Shown(visit))));
        pages.add(new Page(HandlerType.POST, EMR + "/credentials", this::saveCredentials));
        pages.add(new Page(HandlerType.POST, EMR + "/key", this::saveKey));
        pages.add(new Page(HandlerType.POST, EMR + "/connect", this::connect));
        pages.add(new Page(HandlerType.POST, EMR + "/verifier", this::typeIn));
        pages.add(new Page(HandlerType.POST, EMR + "/test", this::test));
        pages.add(new Page(HandlerType.POST, EMR + "/live", this::switchTo));
        return pages;
    }

    /** What the page shows beside the EMR as it is. */
    private static final class Shown {
        private Form credentials;
        private String refusal = "";
        private ObjectNode test = NOTHING;
        private String consentAt = "";

        private Shown(PageVisit visit) {
            credentials = Form.fresh("credentials", texts(visit));
        }
    }

    private static Texts texts(PageVisit visit) {
        return Preferences.of(visit.context()).texts();
    }

    private static ObjectNode address(Sent sent) {
        return sent.texts("kind").typed("kind").equals("demo")
                ? sent.made()
                : sent.texts("baseUrl", "signingUrl", "timezone").made();
    }

    private static Map<String, Object> besideAddress(PageVisit visit) {
        Map<String, Object> all = new HashMap<>(SettingPages.clinic(visit));
        all.put("kinds", Choices.worded(visit, "emr.kind.", List.of("demo", "oscar", "bridge")));
        all.put("zones", Choices.zones());
        return all;
    }

    private void show(PageVisit visit, int status, Shown shown) {
        Answer emr = visit.ask("GET " + API).answer();
        Map<String, Object> what = new HashMap<>(SettingPages.clinic(visit));
        what.put("emr", emr.body());
        what.put("tag", emr.tag());
        what.put("credentials", shown.credentials);
        what.put("refusal", shown.refusal);
        what.put("test", shown.test);
        what.put("consentAt", shown.consentAt);
        paper.show(visit, status, "clinic/emr", what);
    }

    private void refuse(PageVisit visit, Problem refused) {
        Refusals.rethrowIfNotLoggedIn(refused);
        Shown shown = new Shown(visit);
        shown.refusal = Refusals.say(texts(visit), refused);
        show(visit, refused.status(), shown);
    }

    private static Sent sent(PageVisit visit) {
        return new Sent(visit.context().formParamMap());
    }

    private void lead(PageVisit visit, String done) {
        Paper.leadTo(visit, EMR.replace("{clinic}", visit.context().pathParam("clinic")) + "?done=" + done);
    }

    private void saveCredentials(PageVisit visit) {
        save(
                visit,
                "/credentials",
                sent(visit).texts("clientKey", "clientSecret", "token", "tokenSecret", "soapUsername", "soapPassword"));
    }

    private void saveKey(PageVisit visit) {
        save(visit, "/key", sent(visit).texts("apiKey"));
    }

    /** Secrets that are refused are typed anew: they are not sent back. */
    private void save(PageVisit visit, String secrets, Sent sent) {
        try {
            visit.ask("PUT " + API + secrets)
                    .sending(sent.made())
                    .ifMatch(sent.typed("_tag"))
                    .answer();
        } catch (Problem refused) {
            Shown shown = new Shown(visit);
            shown.credentials = Form.refused("credentials", texts(visit), refused);
            show(visit, refused.status(), shown);
            return;
        }
        lead(visit, "credentials");
    }

    /** To OSCAR's own page, which leads back; where it cannot, its page shows a code that is typed in here. */
    private void connect(PageVisit visit) {
        try {
            Paper.leadTo(visit, start(visit, false));
        } catch (Problem refused) {
            if (refused.code().equals("NO_PUBLIC_URL")) {
                connectByCode(visit);
            } else {
                refuse(visit, refused);
            }
        }
    }

    private void connectByCode(PageVisit visit) {
        try {
            Shown shown = new Shown(visit);
            shown.consentAt = start(visit, true);
            show(visit, 200, shown);
        } catch (Problem refused) {
            refuse(visit, refused);
        }
    }

    private static String start(PageVisit visit, boolean byCode) {
        return visit.ask("POST " + API + "/oauth/start")
                .sending(JsonNodeFactory.instance.objectNode().put("outOfBand", byCode))
                .answer()
                .body()
                .path("authorizationUrl")
                .asText();
    }

    private void typeIn(PageVisit visit) {
        Sent sent = sent(visit).texts("verifier");
        try {
            visit.ask("POST " + API + "/oauth/verifier").sending(sent.made()).answer();
        } catch (Problem refused) {
            refuse(visit, refused);
            return;
        }
        lead(visit, "connected");
    }

    private void test(PageVisit visit) {
        try {
            Shown shown = new Shown(visit);
            shown.test = visit.ask("POST " + API + "/test").answer().body();
            show(visit, 200, shown);
        } catch (Problem refused) {
            refuse(visit, refused);
        }
    }

    private void switchTo(PageVisit visit) {
        Sent sent = sent(visit);
        boolean live = sent.typed("live").equals("true");
        try {
            visit.ask("PUT " + API + "/live")
                    .sending(JsonNodeFactory.instance.objectNode().put("live", live))
                    .ifMatch(sent.typed("_tag"))
                    .answer();
        } catch (Problem refused) {
            refuse(visit, refused);
            return;
        }
        lead(visit, live ? "live" : "demo");
    }
}
