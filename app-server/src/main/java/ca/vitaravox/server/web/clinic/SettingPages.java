package ca.vitaravox.server.web.clinic;

import ca.vitaravox.server.access.PageVisit;
import ca.vitaravox.server.access.Pages.Page;
import ca.vitaravox.server.web.page.DocumentPage;
import ca.vitaravox.server.web.page.ItemPages;
import ca.vitaravox.server.web.page.Paper;
import ca.vitaravox.server.web.page.Sent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A clinic's settings, each on a page. What their forms become is in {@link SettingForms}. */
final class SettingPages {
    private static final String CLINIC = "/clinics/{clinic}";
    private static final String API = "/api/admin/clinics/{clinic}";

    private final Paper paper;

    SettingPages(Paper paper) {
        this.paper = paper;
    }

    List<Page> pages() {
        List<Page> pages = new ArrayList<>();
        pages.addAll(document("profile", "/profile", "", SettingForms::profile, SettingPages::besideProfile));
        pages.addAll(document("numbers", "/numbers", "/numbers", SettingForms::numbers, SettingPages::clinic));
        pages.addAll(document("hours", "/hours", "/hours", SettingForms::hours, SettingPages::clinic));
        pages.addAll(
                document("holidays", "/holidays", "/holidays", SettingForms::holidays, SettingPages::besideHolidays));
        pages.addAll(document(
                "transfers", "/transfers", "/transfer-destinations", SettingForms::transfers, SettingPages::clinic));
        pages.addAll(items("provider", "providers", "provider", SettingForms::provider, SettingPages::besideProvider));
        pages.addAll(items("visit-type", "visit-types", "type", SettingForms::visitType, SettingPages::clinic));
        pages.add(new Page(HandlerType.GET, CLINIC + "/schedules", this::schedules));
        pages.addAll(document(
                "schedule",
                "/schedules/{provider}",
                "/schedules/{provider}",
                SettingForms::schedule,
                SettingPages::besideSchedule));
        pages.addAll(document(
                "emr-schedule",
                "/emr/schedule",
                "/emr/schedule",
                SettingForms::emrSchedule,
                SettingPages::besideEmrSchedule));
        return pages;
    }

    private List<Page> document(
            String name,
            String path,
            String route,
            Function<Sent, ObjectNode> read,
            Function<PageVisit, Map<String, Object>> beside) {
        return new DocumentPage(
                        paper, new DocumentPage.Parts(name, CLINIC + path, API + route, "clinic/" + name, read, beside))
                .pages();
    }

    private List<Page> items(
            String name,
            String list,
            String parameter,
            Function<Sent, ObjectNode> read,
            Function<PageVisit, Map<String, Object>> beside) {
        String one = "/" + list + "/{" + parameter + "}";
        return new ItemPages(
                        paper,
                        new ItemPages.Parts(
                                CLINIC + "/" + list,
                                CLINIC + "/add-" + name,
                                "clinic/" + list,
                                parameter,
                                new DocumentPage.Parts(name, CLINIC + one, API + one, "clinic/" + name, read, beside)))
                .pages();
    }

    /** What every page of a clinic shows beside its own. */
    static Map<String, Object> clinic(PageVisit visit) {
        return Map.of("clinic", ClinicName.of(visit));
    }

    private static Map<String, Object> clinic(PageVisit visit, Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(clinic(visit));
        all.putAll(more);
        return all;
    }

    private static Map<String, Object> besideProfile(PageVisit visit) {
        return clinic(visit, Map.of("zones", Choices.zones(), "visitTypes", Choices.visitTypes(visit)));
    }

    private static Map<String, Object> besideHolidays(PageVisit visit) {
        return clinic(
                visit,
                Map.of(
                        "provinces",
                        Choices.worded(visit, "province.", List.of("british_columbia", "alberta", "ontario")),
                        "providers",
                        Choices.providers(visit)));
    }

    private static Map<String, Object> besideProvider(PageVisit visit) {
        return clinic(
                visit,
                Map.of(
                        "audiences",
                        Choices.worded(visit, "audience.", List.of("everyone", "existing_patients", "own_patients")),
                        "visitTypes",
                        Choices.visitTypes(visit)));
    }

    private static Map<String, Object> besideSchedule(PageVisit visit) {
        return clinic(
                visit,
                Map.of(
                        "days", Choices.worded(visit, "day.", ClinicName.DAYS),
                        "visitTypes", Choices.visitTypes(visit),
                        "provider",
                                Choices.providers(visit)
                                        .getOrDefault(visit.context().pathParam("provider"), "")));
    }

    private static Map<String, Object> besideEmrSchedule(PageVisit visit) {
        return clinic(
                visit,
                Map.of(
                        "notices",
                        Choices.worded(visit, "notice.", List.of("any", "same_day", "same_week", "never")),
                        "visitTypes",
                        Choices.visitTypes(visit)));
    }

    private void schedules(PageVisit visit) {
        JsonNode items = visit.ask("GET " + API + "/schedules")
                .with("limit", "200")
                .answer()
                .body()
                .path("items");
        paper.show(
                visit,
                "clinic/schedules",
                clinic(visit, Map.of("items", items, "providers", Choices.providers(visit))));
    }
}
