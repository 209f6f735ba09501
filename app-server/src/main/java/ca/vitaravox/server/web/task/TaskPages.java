package ca.vitaravox.server.web.task;

import ca.vitaravox.server.access.Inquiry;
import ca.vitaravox.server.access.PageVisit;
import ca.vitaravox.server.access.Pages.Page;
import ca.vitaravox.server.access.Problem;
import ca.vitaravox.server.web.clinic.ClinicName;
import ca.vitaravox.server.web.clinic.Pulse;
import ca.vitaravox.server.web.page.Paper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What waits for staff, and what they did of it. */
public final class TaskPages {
    private static final String TASKS = "/clinics/{clinic}/tasks";
    private static final String ROUTE = "/api/admin/clinics/{clinic}/tasks";
    private static final String SIZE = "25";
    private static final int NOT_FOUND = 404;

    private final Paper paper;

    /** On this paper. */
    public TaskPages(Paper paper) {
        this.paper = paper;
    }

    /** The pages. */
    public List<Page> pages() {
        return List.of(
                new Page(HandlerType.GET, TASKS, visit -> show(visit, "")),
                new Page(HandlerType.POST, TASKS + "/{task}/taken", visit -> change(visit, "taken")),
                new Page(HandlerType.POST, TASKS + "/{task}/done", visit -> change(visit, "done")));
    }

    /** Whoever is quicker has it: what somebody else finished meanwhile is said, and the list shows how it stands. */
    private void change(PageVisit visit, String how) {
        try {
            visit.ask("POST " + ROUTE + "/{task}/" + how).answer();
        } catch (Problem refused) {
            if (refused.status() != NOT_FOUND) {
                throw refused;
            }
            show(visit, "gone");
            return;
        }
        show(visit, how);
    }

    /**
     * The list.
     *
     * @param said what happened just now; empty if nothing did
     */
    private void show(PageVisit visit, String said) {
        boolean done = "done".equals(visit.context().queryParam("state"));
        Optional<String> after = Optional.ofNullable(visit.context().queryParam("after"));
        ClinicName clinic = ClinicName.of(visit);
        String seen = Pulse.of(visit, "tasks");
        Inquiry inquiry = visit.ask("GET " + ROUTE).with("limit", SIZE).with("state", done ? "done" : "open");
        after.ifPresent(cursor -> inquiry.with("after", cursor));
        ObjectNode answer = inquiry.answer().body();
        List<TaskRow> tasks = new ArrayList<>();
        answer.path("items").forEach(each -> tasks.add(TaskRow.of(each)));
        paper.show(
                visit,
                "task/tasks",
                Map.of(
                        "clinic",
                        clinic,
                        "tasks",
                        tasks,
                        "done",
                        done,
                        "next",
                        answer.path("next").asText(""),
                        "first",
                        after.isEmpty(),
                        "seen",
                        seen,
                        "said",
                        said));
    }
}
