package ca.vitaravox.server.web.clinic;

import ca.vitaravox.server.access.Inquiry;
import ca.vitaravox.server.access.PageVisit;
import ca.vitaravox.server.web.page.Paper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The clinics of whoever looks, in pages, and those that a word finds. */
final class ClinicList {
    private static final String SIZE = "50";

    private final Paper paper;

    ClinicList(Paper paper) {
        this.paper = paper;
    }

    void show(PageVisit visit) {
        Inquiry inquiry = visit.ask("GET /api/admin/clinics").with("limit", SIZE);
        Optional<String> after = Optional.ofNullable(visit.context().queryParam("after"));
        after.ifPresent(cursor -> inquiry.with("after", cursor));
        ObjectNode answer = inquiry.answer().body();
        List<Row> rows = new ArrayList<>();
        answer.path("items")
                .forEach(each -> rows.add(new Row(
                        each.path("id").asText(),
                        each.path("name").asText(),
                        each.path("timezone").asText(),
                        each.path("numbers").asInt())));
        paper.show(
                visit,
                "clinic/clinics",
                Map.of("clinics", rows, "next", answer.path("next").asText(""), "first", after.isEmpty()));
    }
}
