package ca.vitaravox.server.web.access;

import ca.vitaravox.ports.access.Role;
import ca.vitaravox.server.access.Inquiry;
import ca.vitaravox.server.access.PageVisit;
import ca.vitaravox.server.access.Pages.Page;
import ca.vitaravox.server.access.Problem;
import ca.vitaravox.server.access.Words;
import ca.vitaravox.server.web.page.DocumentPage;
import ca.vitaravox.server.web.page.Form;
import ca.vitaravox.server.web.page.Paper;
import ca.vitaravox.server.web.page.Preferences;
import ca.vitaravox.server.web.page.Sent;
import ca.vitaravox.server.web.page.Texts;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Users, for those who manage them. A password that is made here is shown once, and changed at the first sign-in. */
public final class UserPages {
    private static final String USERS = "/api/admin/users";
    private static final String USER = USERS + "/{user}";
    private static final String ONE = "/users/{user}";
    /** Up to so many clinics are boxes to tick; of more, the ids are typed. */
    private static final int BOXES = 40;

    private final Paper paper;

    /** On this paper. */
    public UserPages(Paper paper) {
        this.paper = paper;
    }

    /** The pages. */
    public List<Page> pages() {
        List<Page> pages = new ArrayList<>(new DocumentPage(
                        paper,
                        new DocumentPage.Parts(
                                "user", ONE, USER, "access/user", UserPages::changed, UserPages::besideOne))
                .pages());
        pages.add(new Page(HandlerType.GET, "/users", this::list));
        pages.add(new Page(
                HandlerType.GET, "/add-user", visit -> showNew(visit, 200, Form.fresh("user", texts(visit)))));
        pages.add(new Page(HandlerType.POST, "/add-user", this::add));
        pages.add(new Page(HandlerType.POST, ONE + "/password", this::givePassword));
        pages.add(act("/second-factor/remove", "DELETE " + USER + "/totp", "factor"));
        pages.add(act("/unlock", "POST " + USER + "/unlock", "unlocked"));
        pages.add(act("/sessions/{session}/end", "DELETE " + USER + "/sessions/{session}", "session"));
        return pages;
    }

    private static Page act(String path, String route, String done) {
        return new Page(HandlerType.POST, ONE + path, visit -> {
            visit.ask(route).answer();
            Paper.leadTo(visit, "/users/" + visit.context().pathParam("user") + "?done=" + done);
        });
    }

    private static Texts texts(PageVisit visit) {
        return Preferences.of(visit.context()).texts();
    }

    private void list(PageVisit visit) {
        Inquiry inquiry = visit.ask("GET " + USERS);
        Optional<String> after = Optional.ofNullable(visit.context().queryParam("after"));
        after.ifPresent(cursor -> inquiry.with("after", cursor));
        ObjectNode found = inquiry.answer().body();
        paper.show(
                visit,
                "access/users",
                Map.of(
                        "items", found.path("items"),
                        "next", found.path("next").asText(""),
                        "first", after.isEmpty()));
    }

    private static ObjectNode changed(Sent sent) {
        return sent.texts("name", "role").lines("clinics").flags("locked").made();
    }

    private static Map<String, Object> beside(PageVisit visit) {
        Map<String, String> clinics = new LinkedHashMap<>();
        var page = visit.ask("GET /api/admin/clinics")
                .with("limit", Integer.toString(BOXES))
                .answer()
                .body();
        page.path("items")
                .forEach(each ->
                        clinics.put(each.path("id").asText(), each.path("name").asText()));
        Map<String, String> roles = new LinkedHashMap<>();
        Arrays.stream(Role.values())
                .filter(role -> !role.isEverywhere()
                        || visit.user().orElseThrow().role().isEverywhere())
                .map(Words::word)
                .forEach(word -> roles.put(word, texts(visit).text("role." + word)));
        Map<String, Object> all = new HashMap<>();
        all.put("roles", roles);
        all.put("clinics", clinics);
        all.put("typed", page.has("next"));
        return all;
    }

    private static Map<String, Object> besideOne(PageVisit visit) {
        Map<String, Object> all = beside(visit);
        all.put("user", visit.ask("GET " + USER).answer().body());
        all.put(
                "sessions",
                visit.may("GET " + USER + "/sessions")
                        ? AccountPages.sessions(visit, "GET " + USER + "/sessions")
                        : List.of());
        return all;
    }

    private void showNew(PageVisit visit, int status, Form form) {
        Map<String, Object> what = beside(visit);
        what.put("form", form);
        paper.show(visit, status, "access/add-user", what);
    }

    private void add(PageVisit visit) {
        ObjectNode wanted = new Sent(visit.context().formParamMap())
                .texts("email", "name", "role")
                .lines("clinics")
                .made();
        try {
            ObjectNode made =
                    visit.ask("POST " + USERS).sending(wanted).answer().body();
            showPassword(visit, made);
        } catch (Problem refused) {
            showNew(visit, refused.status(), Form.refused("user", texts(visit), wanted, refused));
        }
    }

    private void givePassword(PageVisit visit) {
        ObjectNode user = visit.ask("GET " + USER).answer().body();
        ObjectNode shown = JsonNodeFactory.instance.objectNode().setAll(user);
        shown.setAll(visit.ask("POST " + USER + "/password").answer().body());
        showPassword(visit, shown);
    }

    private void showPassword(PageVisit visit, ObjectNode user) {
        paper.show(visit, "access/given-password", Map.of("user", user));
    }
}
