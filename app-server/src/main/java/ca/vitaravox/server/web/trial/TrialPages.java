package ca.vitaravox.server.web.trial;

import ca.vitaravox.server.access.PageVisit;
import ca.vitaravox.server.access.Pages.Page;
import ca.vitaravox.server.access.Problem;
import ca.vitaravox.server.web.clinic.ClinicName;
import ca.vitaravox.server.web.page.Paper;
import ca.vitaravox.server.web.page.Preferences;
import ca.vitaravox.server.web.page.Refusals;
import ca.vitaravox.server.web.page.Sent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Trying a call: choosing who calls and what is said, and then a step at a time, or tools of one's own. */
public final class TrialPages {
    private static final String TRIALS = "/clinics/{clinic}/trials";
    private static final String API = "/api/admin/clinics/{clinic}/trials";

    private final Paper paper;

    /** On this paper. */
    public TrialPages(Paper paper) {
        this.paper = paper;
    }

    /** The pages. */
    public List<Page> pages() {
        return List.of(
                new Page(HandlerType.GET, TRIALS, visit -> choose(visit, 200, "")),
                new Page(HandlerType.POST, TRIALS, this::begin),
                new Page(HandlerType.GET, TRIALS + "/{call}", visit -> show(visit, 200, "", false)),
                new Page(HandlerType.POST, TRIALS + "/{call}", this::step),
                new Page(HandlerType.POST, TRIALS + "/{call}/end", this::end));
    }

    private static Sent sent(PageVisit visit) {
        return new Sent(visit.context().formParamMap());
    }

    private static String refusal(PageVisit visit, Problem problem) {
        Refusals.rethrowIfNotLoggedIn(problem);
        return Refusals.say(Preferences.of(visit.context()).texts(), problem);
    }

    private void choose(PageVisit visit, int status, String refused) {
        paper.show(
                visit,
                status,
                "trial/begin",
                Map.of(
                        "clinic", ClinicName.of(visit),
                        "choices", visit.ask("GET " + API).answer().body(),
                        "sent", sent(visit),
                        "refused", refused));
    }

    private void begin(PageVisit visit) {
        ObjectNode wanted = sent(visit).texts("caller", "script", "language").made();
        try {
            JsonNode trial = visit.ask("POST " + API).sending(wanted).answer().body();
            Paper.leadTo(
                    visit,
                    ClinicName.of(visit).path("trials") + "/" + trial.path("id").asText());
        } catch (Problem refused) {
            choose(visit, refused.status(), refusal(visit, refused));
        }
    }

    private void step(PageVisit visit) {
        Sent sent = sent(visit);
        ObjectNode wanted = JsonNodeFactory.instance.objectNode();
        String tool = sent.typed("_tool");
        if (tool.isEmpty()) {
            wanted.put("toTheEnd", sent.typed("_do").equals("end"));
        } else {
            JsonNode parameters = parameters(visit.ask("GET " + API).answer().body(), tool);
            wanted.put("tool", tool)
                    .put(
                            "arguments",
                            ToolField.arguments(ToolField.of(parameters, sent)).toString());
        }
        try {
            visit.ask("POST " + API + "/{call}/steps").sending(wanted).answer();
            show(visit, 200, "", true);
        } catch (Problem refused) {
            show(visit, refused.status(), refusal(visit, refused), false);
        }
    }

    private void end(PageVisit visit) {
        try {
            visit.ask("DELETE " + API + "/{call}").answer();
        } catch (Problem refused) {
            show(visit, refused.status(), refusal(visit, refused), false);
            return;
        }
        show(visit, 200, "", true);
    }

    private static JsonNode parameters(JsonNode choices, String tool) {
        for (JsonNode each : choices.path("tools")) {
            if (each.path("name").asText().equals(tool)) {
                return each.path("parameters");
            }
        }
        return JsonNodeFactory.instance.objectNode();
    }

    /** The tool whose form is shown: the one just used, or one that was chosen. */
    private static String tool(PageVisit visit) {
        return Optional.ofNullable(visit.context().queryParam("tool"))
                .or(() -> Optional.of(sent(visit).typed("_tool")))
                .orElse("");
    }

    private void show(PageVisit visit, int status, String refused, boolean stepped) {
        ClinicName clinic = ClinicName.of(visit);
        JsonNode trial = visit.ask("GET " + API + "/{call}").answer().body();
        JsonNode choices = visit.ask("GET " + API).answer().body();
        List<TrialStep> steps = new ArrayList<>();
        trial.path("steps").forEach(each -> steps.add(TrialStep.of(each, clinic.zone())));
        List<String> tools = new ArrayList<>();
        choices.path("tools").forEach(each -> tools.add(each.path("name").asText()));
        String tool = tool(visit);
        Map<String, Object> what = new HashMap<>();
        what.put("clinic", clinic);
        what.put("trial", trial);
        what.put("steps", steps);
        what.put("tools", tools);
        what.put("tool", tools.contains(tool) ? tool : "");
        what.put("fields", ToolField.of(parameters(choices, tool), sent(visit)));
        what.put("refused", refused);
        what.put("stepped", stepped);
        paper.show(visit, status, "trial/trial", what);
    }
}
