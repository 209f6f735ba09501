package ca.vitaravox.server.web.clinic;

import ca.vitaravox.server.access.PageVisit;
import ca.vitaravox.server.access.Pages.Page;
import ca.vitaravox.server.access.Problem;
import ca.vitaravox.server.web.page.Form;
import ca.vitaravox.server.web.page.Paper;
import ca.vitaravox.server.web.page.Preferences;
import ca.vitaravox.server.web.page.Sent;
import ca.vitaravox.server.web.page.Texts;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HandlerType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Taking over what a clinic's EMR has already: it is looked at first, and what somebody ticks is taken. What was found goes
 * to and fro in the form, so that what is ticked is still there when the EMR does not answer the second time.
 */
final class ImportPages {
    private static final String IMPORT = "/clinics/{clinic}/emr/import";
    private static final String API = "/api/admin/clinics/{clinic}/emr/import";
    private static final String NAME = "import";
    /** As many of a list as the interface takes at once; the others are found by looking again. */
    private static final int MOST = 100;

    /** The lists, and what names one of each in the EMR. */
    private static final Map<String, String> LISTS =
            Map.of("providers", "id", "visitTypes", "emrType", "codes", "code");

    private final Paper paper;

    ImportPages(Paper paper) {
        this.paper = paper;
    }

    List<Page> pages() {
        return List.of(
                new Page(HandlerType.GET, IMPORT, visit -> show(visit, 200, Form.fresh(NAME, texts(visit)), nothing())),
                new Page(HandlerType.POST, IMPORT + "/look", this::look),
                new Page(HandlerType.POST, IMPORT, this::take));
    }

    private static Texts texts(PageVisit visit) {
        return Preferences.of(visit.context()).texts();
    }

    private static ObjectNode nothing() {
        return JsonNodeFactory.instance.objectNode();
    }

    /**
     * Shows it.
     *
     * @param found what may be ticked, and is; without lists, nobody looked yet
     * @param taken what was taken over just now; empty if nothing was
     */
    private void show(PageVisit visit, int status, Form found, ObjectNode taken) {
        Map<String, Object> what = new HashMap<>(SettingPages.clinic(visit));
        what.put("form", found);
        what.put("taken", taken);
        what.put(
                "kind",
                visit.ask("GET /api/admin/clinics/{clinic}/emr")
                        .answer()
                        .body()
                        .path("kind")
                        .asText());
        paper.show(visit, status, "clinic/emr-import", what);
    }

    private void look(PageVisit visit) {
        Form found;
        try {
            ObjectNode answer = visit.ask("GET " + API).answer().body();
            LISTS.keySet().forEach(list -> shorten((ArrayNode) answer.get(list)));
            found = Form.fresh(NAME, texts(visit), answer);
        } catch (Problem refused) {
            show(visit, refused.status(), Form.refused(NAME, texts(visit), refused), nothing());
            return;
        }
        show(visit, 200, found, nothing());
    }

    private static void shorten(ArrayNode list) {
        while (list.size() > MOST) {
            list.remove(list.size() - 1);
        }
    }

    /** What was shown and what of it is ticked, as it was sent. */
    private static ObjectNode found(Sent sent) {
        return sent.rows(
                        "providers",
                        List.of("id"),
                        row -> row.texts("id", "displayName", "specialty").flags("take"))
                .rows(
                        "visitTypes",
                        List.of("emrType"),
                        row -> row.texts("emrType", "code", "minutes").flags("take"))
                .rows(
                        "codes",
                        List.of("code"),
                        row -> row.texts("code", "description", "notice").flags("take"))
                .made();
    }

    private void take(PageVisit visit) {
        ObjectNode found = found(new Sent(visit.context().formParamMap()));
        ObjectNode taken;
        try {
            taken = visit.ask("POST " + API).sending(ticked(found)).answer().body();
        } catch (Problem refused) {
            show(visit, refused.status(), Form.refused(NAME, texts(visit), found, refused), nothing());
            return;
        }
        show(visit, 200, Form.fresh(NAME, texts(visit)), taken);
    }

    private static ObjectNode ticked(ObjectNode found) {
        ObjectNode ticked = nothing();
        boolean any = false;
        for (Map.Entry<String, String> list : LISTS.entrySet()) {
            ArrayNode ids = ticked.putArray(list.getKey());
            for (JsonNode each : found.path(list.getKey())) {
                if (each.path("take").asBoolean()) {
                    ids.add(each.path(list.getValue()).asText());
                }
            }
            any |= !ids.isEmpty();
        }
        if (!any) {
            throw Problem.of(422, "NOTHING_CHOSEN", "Nothing is chosen.");
        }
        return ticked;
    }
}
