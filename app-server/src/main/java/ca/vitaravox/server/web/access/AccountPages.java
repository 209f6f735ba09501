package ca.vitaravox.server.web.access;

import ca.vitaravox.ports.access.Sessions.Standing;
import ca.vitaravox.server.access.PageVisit;
import ca.vitaravox.server.access.Pages.Page;
import ca.vitaravox.server.access.Problem;
import ca.vitaravox.server.web.page.Form;
import ca.vitaravox.server.web.page.Paper;
import ca.vitaravox.server.web.page.Preferences;
import ca.vitaravox.server.web.page.Texts;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One's own account: password, second factor, sessions. Also what somebody has to do before anything else. */
public final class AccountPages {
    private static final String ACCOUNT = "/account";
    private static final String SECOND_FACTOR = ACCOUNT + "/second-factor";

    private final Paper paper;

    /** On this paper. */
    public AccountPages(Paper paper) {
        this.paper = paper;
    }

    /** The pages. */
    public List<Page> pages() {
        return List.of(
                new Page(HandlerType.GET, "/", AccountPages::begin),
                new Page(HandlerType.GET, ACCOUNT, visit -> show(visit, 200, fresh(visit, "password"))),
                new Page(HandlerType.POST, ACCOUNT + "/password", this::changePassword),
                new Page(HandlerType.POST, ACCOUNT + "/sessions/{session}/end", AccountPages::endSession),
                new Page(HandlerType.GET, SECOND_FACTOR, visit -> factor(visit, 200, fresh(visit, "factor"), "")),
                new Page(HandlerType.POST, SECOND_FACTOR, this::beginFactor),
                new Page(HandlerType.POST, SECOND_FACTOR + "/confirm", this::confirmFactor));
    }

    /** Everybody begins where their work is. */
    private static void begin(PageVisit visit) {
        Standing standing = visit.standing().orElseThrow();
        Paper.leadTo(
                visit,
                switch (standing) {
                    case FULL -> visit.may("GET /api/admin/clinics/{clinic}") ? "/clinics" : "/audit";
                    case MUST_CHANGE_PASSWORD -> ACCOUNT;
                    case MUST_SET_SECOND_FACTOR -> SECOND_FACTOR;
                });
    }

    private static Texts texts(PageVisit visit) {
        return Preferences.of(visit.context()).texts();
    }

    private static Form fresh(PageVisit visit, String name) {
        return Form.fresh(name, texts(visit));
    }

    private void show(PageVisit visit, int status, Form form) {
        List<Map<String, String>> sessions =
                visit.standing().filter(Standing.FULL::equals).isPresent()
                        ? sessions(visit, "GET /api/auth/sessions")
                        : List.of();
        paper.show(
                visit,
                status,
                "access/account",
                Map.of("form", form, "standing", visit.standing().orElseThrow(), "sessions", sessions));
    }

    /** Sessions as a table shows them. */
    static List<Map<String, String>> sessions(PageVisit visit, String route) {
        List<Map<String, String>> sessions = new ArrayList<>();
        JsonNode items = visit.ask(route).answer().body().path("items");
        items.forEach(each -> {
            Map<String, String> session = new HashMap<>();
            each.properties()
                    .forEach(field ->
                            session.put(field.getKey(), field.getValue().asText()));
            sessions.add(session);
        });
        return sessions;
    }

    /** Passwords go as they were typed, spaces and all, and never come back. */
    private static ObjectNode secrets(PageVisit visit, String... fields) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        for (String field : fields) {
            Optional.ofNullable(visit.context().formParam(field))
                    .filter(typed -> !typed.isEmpty())
                    .ifPresent(typed -> body.put(field, typed));
        }
        return body;
    }

    private void changePassword(PageVisit visit) {
        try {
            visit.ask("POST /api/auth/password")
                    .sending(secrets(visit, "currentPassword", "newPassword"))
                    .answer();
        } catch (Problem refused) {
            show(visit, refused.status(), Form.refused("password", texts(visit), refused));
            return;
        }
        Paper.leadTo(
                visit, visit.standing().filter(Standing.FULL::equals).isPresent() ? "/account?done=password" : "/");
    }

    private static void endSession(PageVisit visit) {
        visit.ask("DELETE /api/auth/sessions/{session}").answer();
        Paper.leadTo(visit, "/account?done=session");
    }

    private void factor(PageVisit visit, int status, Form form, String secret) {
        String uri = secret.isEmpty()
                ? ""
                : QrCode.otpauth(visit.user().orElseThrow().email().value(), secret);
        paper.show(
                visit,
                status,
                "access/second-factor",
                Map.of(
                        "form",
                        form,
                        "secret",
                        secret,
                        "qr",
                        uri.isEmpty() ? QrCode.NONE : QrCode.of(uri),
                        "recoveryCodes",
                        List.of()));
    }

    private void beginFactor(PageVisit visit) {
        try {
            ObjectNode begun = visit.ask("POST /api/auth/totp")
                    .sending(secrets(visit, "currentPassword"))
                    .answer()
                    .body();
            ObjectNode enrolment = JsonNodeFactory.instance.objectNode();
            enrolment.set("enrolment", begun.get("enrolment"));
            factor(
                    visit,
                    200,
                    Form.fresh("factor", texts(visit), enrolment),
                    begun.path("secret").asText());
        } catch (Problem refused) {
            factor(visit, refused.status(), Form.refused("factor", texts(visit), refused), "");
        }
    }

    private void confirmFactor(PageVisit visit) {
        ObjectNode body = secrets(visit, "enrolment", "code");
        body.put("code", body.path("code").asText().replaceAll("\\s", ""));
        try {
            List<String> codes = new ArrayList<>();
            visit.ask("POST /api/auth/totp/confirm")
                    .sending(body)
                    .answer()
                    .body()
                    .path("recoveryCodes")
                    .forEach(code -> codes.add(code.asText()));
            paper.show(
                    visit,
                    "access/second-factor",
                    Map.of("form", fresh(visit, "factor"), "secret", "", "qr", QrCode.NONE, "recoveryCodes", codes));
        } catch (Problem refused) {
            factor(
                    visit,
                    refused.status(),
                    Form.refused("factor", texts(visit), body, refused),
                    Optional.ofNullable(visit.context().formParam("secret")).orElse(""));
        }
    }
}
