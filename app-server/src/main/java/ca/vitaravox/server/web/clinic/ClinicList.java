package ca.vitaravox.server.web.clinic;

import ca.vitaravox.server.access.Inquiry;
import ca.vitaravox.server.access.PageVisit;
import ca.vitaravox.server.access.Pages.Page;
import ca.vitaravox.server.access.Problem;
import ca.vitaravox.server.web.page.Form;
import ca.vitaravox.server.web.page.Paper;
import ca.vitaravox.server.web.page.Preferences;
import ca.vitaravox.server.web.page.Sent;
import ca.vitaravox.server.web.page.Texts;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HandlerType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The clinics of whoever looks, in pages, and those that a word finds; a new one; and one at a glance. */
final class ClinicList {
    private static final String SIZE = "50";
    private static final String NEW = "profile";
    private static final String CLINIC = "/api/admin/clinics/{clinic}";

    private final Paper paper;

    ClinicList(Paper paper) {
        this.paper = paper;
    }

    List<Page> pages() {
        return List.of(
                new Page(HandlerType.GET, "/clinics", this::list),
                new Page(
                        HandlerType.GET,
                        "/add-clinic",
                        visit -> showNew(visit, 200, Form.fresh(NEW, texts(visit), usual()))),
                new Page(HandlerType.POST, "/add-clinic", this::add),
                new Page(HandlerType.GET, "/clinics/{clinic}", this::glance));
    }

    private static Texts texts(PageVisit visit) {
        return Preferences.of(visit.context()).texts();
    }

    private void list(PageVisit visit) {
        Inquiry inquiry = visit.ask("GET /api/admin/clinics").with("limit", SIZE);
        String after = asked(visit, "after");
        String search = asked(visit, "q").strip();
        if (!after.isEmpty()) {
            inquiry.with("after", after);
        }
        if (!search.isEmpty()) {
            inquiry.with("search", search);
        }
        ObjectNode answer = inquiry.answer().body();
        paper.show(
                visit,
                "clinic/clinics",
                Map.of(
                        "clinics", answer.path("items"),
                        "search", search,
                        "next", answer.path("next").asText(""),
                        "first", after.isEmpty()));
    }

    private static String asked(PageVisit visit, String parameter) {
        return Optional.ofNullable(visit.context().queryParam(parameter)).orElse("");
    }

    /** Where a new clinic begins. */
    private static ObjectNode usual() {
        ObjectNode usual = JsonNodeFactory.instance.objectNode();
        usual.put("timezone", "America/Toronto").put("waitlistEnabled", true);
        usual.putArray("languages").add("en");
        usual.putObject("policy")
                .put("gridMinutes", 15)
                .put("minimumNoticeMinutes", 60)
                .put("changeNoticeMinutes", 120)
                .put("horizonDays", 90)
                .put("futureAppointmentsPerPatient", 3);
        return usual;
    }

    private void showNew(PageVisit visit, int status, Form form) {
        paper.show(visit, status, "clinic/add-clinic", Map.of("form", form, "zones", Choices.zones()));
    }

    private void add(PageVisit visit) {
        ObjectNode wanted = SettingForms.newClinic(new Sent(visit.context().formParamMap()));
        try {
            visit.ask("POST /api/admin/clinics").sending(wanted).answer();
        } catch (Problem refused) {
            showNew(visit, refused.status(), Form.refused(NEW, texts(visit), wanted, refused));
            return;
        }
        Paper.leadTo(visit, "/clinics/" + wanted.path("id").asText() + "?done=added");
    }

    private void glance(PageVisit visit) {
        Map<String, Object> what = new HashMap<>(SettingPages.clinic(visit));
        what.put("profile", visit.ask("GET " + CLINIC).answer().body());
        what.put("status", visit.ask("GET " + CLINIC + "/status").answer().body());
        boolean manages = visit.may("GET " + CLINIC + "/emr");
        Inquiry.Answer emr = manages
                ? visit.ask("GET " + CLINIC + "/emr").answer()
                : new Inquiry.Answer(new JsonMapper().createObjectNode(), "");
        what.put("emr", emr.body());
        what.put("tag", emr.tag());
        what.put("refusal", "");
        paper.show(visit, "clinic/clinic", what);
    }
}
