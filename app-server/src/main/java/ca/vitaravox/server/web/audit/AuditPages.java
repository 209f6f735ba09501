package ca.vitaravox.server.web.audit;

import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.server.access.Inquiry;
import ca.vitaravox.server.access.PageVisit;
import ca.vitaravox.server.access.Pages.Page;
import ca.vitaravox.server.access.Problem;
import ca.vitaravox.server.access.Words;
import ca.vitaravox.server.web.page.Paper;
import ca.vitaravox.server.web.page.Preferences;
import ca.vitaravox.server.web.page.Refusals;
import ca.vitaravox.server.web.page.Texts;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HandlerType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A clinic's audit trail: searched, proved to be whole, exported for a patient. Days are those of the clinic's own clock.
 * That somebody looked is in the trail, too.
 */
public final class AuditPages {
    private static final String AUDIT = "/api/admin/audit";
    private static final List<String> FILTERS = List.of("patient", "call", "user", "action");
    private static final String MOST_CLINICS = "200";

    private final Paper paper;

    /** On this paper. */
    public AuditPages(Paper paper) {
        this.paper = paper;
    }

    /** The pages. */
    public List<Page> pages() {
        return List.of(
                new Page(HandlerType.GET, "/audit", visit -> show(visit, none())),
                new Page(HandlerType.POST, "/audit/verify", this::verify),
                new Page(HandlerType.GET, "/access-trail", this::access));
    }

    private static ObjectNode none() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** The clinics somebody may choose from: all of theirs, or the first of very many. */
    private static Map<String, JsonNode> clinics(PageVisit visit) {
        Map<String, JsonNode> clinics = new LinkedHashMap<>();
        visit.ask("GET /api/admin/clinics")
                .with("limit", MOST_CLINICS)
                .answer()
                .body()
                .path("items")
                .forEach(each -> clinics.put(each.path("id").asText(), each));
        return clinics;
    }

    private static String asked(PageVisit visit, String name) {
        String sent = Optional.ofNullable(visit.context().queryParam(name))
                .orElseGet(() -> visit.context().formParam(name));
        return sent == null ? "" : sent.strip();
    }

    private void show(PageVisit visit, ObjectNode verdict) {
        Map<String, JsonNode> clinics = clinics(visit);
        String clinic = asked(visit, "clinic");
        if (clinic.isEmpty() && clinics.size() == 1) {
            clinic = clinics.keySet().iterator().next();
        }
        Texts texts = Preferences.of(visit.context()).texts();
        Map<String, String> filters = new HashMap<>();
        for (String name : List.of("patient", "call", "user", "action", "from", "until")) {
            filters.put(name, asked(visit, name));
        }
        ObjectNode found = none();
        String refusal = "";
        if (!clinic.isEmpty()) {
            try {
                found = entries(visit, clinic, zone(clinics.get(clinic)), filters);
            } catch (Problem refused) {
                Refusals.rethrowIfNotLoggedIn(refused);
                refusal = Refusals.say(texts, refused);
            }
        }
        Map<String, String> actions = new LinkedHashMap<>();
        Arrays.stream(AuditAction.values())
                .map(Words::word)
                .forEach(word -> actions.put(word, texts.text("action." + word)));
        Map<String, Object> what = new HashMap<>();
        what.put("clinics", List.copyOf(clinics.values()));
        what.put("clinic", clinic);
        what.put("filters", filters);
        what.put("actions", actions);
        what.put("items", found.path("items"));
        what.put("next", found.path("next").asText(""));
        what.put("self", self(clinic, filters));
        what.put("first", asked(visit, "after").isEmpty());
        what.put("refusal", refusal);
        what.put("verdict", verdict);
        paper.show(visit, "audit/audit", what);
    }

    private static ZoneId zone(JsonNode clinic) {
        return clinic == null
                ? ZoneId.of("UTC")
                : ZoneId.of(clinic.path("timezone").asText());
    }

    private static ObjectNode entries(PageVisit visit, String clinic, ZoneId zone, Map<String, String> filters) {
        Inquiry inquiry = visit.ask("GET " + AUDIT).with("clinic", clinic);
        for (String name : FILTERS) {
            if (!filters.get(name).isEmpty()) {
                inquiry.with(name, filters.get(name));
            }
        }
        begin(filters.get("from"), 0, zone).ifPresent(from -> inquiry.with("from", from));
        begin(filters.get("until"), 1, zone).ifPresent(until -> inquiry.with("until", until));
        String after = asked(visit, "after");
        if (!after.isEmpty()) {
            inquiry.with("after", after);
        }
        return inquiry.answer().body();
    }

    /** When a day begins there, or the day after so many. */
    private static Optional<String> begin(String day, int later, ZoneId zone) {
        try {
            return day.isEmpty()
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(day)
                            .plusDays(later)
                            .atStartOfDay(zone)
                            .toInstant()
                            .toString());
        } catch (DateTimeException strange) {
            throw Problem.parameter("from", "is not a date");
        }
    }

    private static String self(String clinic, Map<String, String> filters) {
        StringBuilder self = new StringBuilder("/audit?clinic=").append(encoded(clinic));
        filters.forEach((name, value) -> {
            if (!value.isEmpty()) {
                self.append('&').append(name).append('=').append(encoded(value));
            }
        });
        return self.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void verify(PageVisit visit) {
        show(
                visit,
                visit.ask("GET " + AUDIT + "/verify")
                        .with("clinic", asked(visit, "clinic"))
                        .answer()
                        .body());
    }

    private void access(PageVisit visit) {
        Inquiry inquiry = visit.ask("GET /api/admin/access-trail");
        String user = asked(visit, "user");
        String after = asked(visit, "after");
        if (!user.isEmpty()) {
            inquiry.with("user", user);
        }
        if (!after.isEmpty()) {
            inquiry.with("after", after);
        }
        ObjectNode found = inquiry.answer().body();
        paper.show(
                visit,
                "audit/access",
                Map.of(
                        "items", found.path("items"),
                        "next", found.path("next").asText(""),
                        "first", after.isEmpty(),
                        "user", user));
    }
}
