package ca.vitaravox.server.access;

import ca.vitaravox.server.access.Rule.Needs;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;

/** Who may see which page, and send its form: whoever may use the route of the interface that it shows or calls. */
final class PageRules {
    private static final String CLINIC = "/clinics/{clinic}";
    private static final String API = "/api/admin";

    private final List<Rule> routes;

    private PageRules(List<Rule> routes) {
        this.routes = routes;
    }

    /** The rules of all pages, over those of the interface. */
    static List<Rule> over(List<Rule> routes) {
        PageRules rules = new PageRules(routes);
        List<Rule> all = new ArrayList<>(rules.door());
        all.addAll(rules.users());
        all.addAll(rules.clinics());
        all.addAll(rules.settings());
        all.addAll(rules.emr());
        all.addAll(rules.webhook());
        all.addAll(rules.day());
        return List.copyOf(all);
    }

    private Rule shows(String path, String route) {
        return like(HandlerType.GET, path, route);
    }

    private Rule sends(String path, String route) {
        return like(HandlerType.POST, path, route);
    }

    /** What the route asks beyond role and clinic of the path, it asks when the page does. */
    private Rule like(HandlerType method, String path, String route) {
        Rule like = routes.stream()
                .filter(each -> each.route().equals(route))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no route " + route));
        Needs needs = like.needs() == Needs.ASKED_CLINIC ? Needs.FULL_SESSION : like.needs();
        return new Rule(method, path, needs, like.roles());
    }

    /** A page of a clinic with one form over one document. */
    private List<Rule> document(String path, String route) {
        return List.of(
                shows(CLINIC + path, "GET " + API + CLINIC + route),
                sends(CLINIC + path, "PUT " + API + CLINIC + route));
    }

    /** The pages of what a clinic has several of. */
    private List<Rule> items(String name, String list, String parameter) {
        String one = "/" + list + "/{" + parameter + "}";
        String put = "PUT " + API + CLINIC + one;
        List<Rule> all = new ArrayList<>(document(one, one));
        all.add(shows(CLINIC + "/" + list, "GET " + API + CLINIC + "/" + list));
        all.add(shows(CLINIC + "/add-" + name, put));
        all.add(sends(CLINIC + "/add-" + name, put));
        all.add(sends(CLINIC + one + "/move", put));
        all.add(sends(CLINIC + one + "/remove", "DELETE " + API + CLINIC + one));
        return all;
    }

    private List<Rule> door() {
        return List.of(
                AccessTable.open(HandlerType.GET, "/sign-in"),
                AccessTable.open(HandlerType.POST, "/sign-in"),
                AccessTable.open(HandlerType.POST, "/preferences"),
                AccessTable.self(HandlerType.GET, "/"),
                AccessTable.self(HandlerType.POST, "/sign-out"),
                AccessTable.self(HandlerType.GET, "/account"),
                AccessTable.self(HandlerType.POST, "/account/password"),
                AccessTable.self(HandlerType.GET, "/account/second-factor"),
                AccessTable.self(HandlerType.POST, "/account/second-factor"),
                AccessTable.self(HandlerType.POST, "/account/second-factor/confirm"),
                sends("/account/sessions/{session}/end", "DELETE /api/auth/sessions/{session}"));
    }

    private List<Rule> users() {
        List<Rule> all = new ArrayList<>(List.of(
                shows("/users", "GET /api/admin/users"),
                shows("/add-user", "POST /api/admin/users"),
                sends("/add-user", "POST /api/admin/users"),
                sends("/users/{user}/password", "POST /api/admin/users/{user}/password"),
                sends("/users/{user}/second-factor/remove", "DELETE /api/admin/users/{user}/totp"),
                sends("/users/{user}/unlock", "POST /api/admin/users/{user}/unlock"),
                sends("/users/{user}/sessions/{session}/end", "DELETE /api/admin/users/{user}/sessions/{session}"),
                shows("/audit", "GET /api/admin/audit"),
                sends("/audit/verify", "GET /api/admin/audit/verify"),
                shows("/access-trail", "GET /api/admin/access-trail")));
        all.add(shows("/users/{user}", "GET /api/admin/users/{user}"));
        all.add(sends("/users/{user}", "PUT /api/admin/users/{user}"));
        return all;
    }

    private List<Rule> clinics() {
        return List.of(
                shows(CLINIC + "/set-up", "GET " + API + CLINIC + "/set-up"),
                sends(CLINIC + "/set-up/checks", "GET " + API + CLINIC + "/set-up/checks"),
                sends(CLINIC + "/set-up/live", "PUT " + API + CLINIC + "/emr/live"),
                shows("/clinics", "GET /api/admin/clinics"),
                shows("/add-clinic", "POST /api/admin/clinics"),
                sends("/add-clinic", "POST /api/admin/clinics"),
                shows("/clinics/{clinic}", "GET /api/admin/clinics/{clinic}"),
                shows("/clinics/{clinic}/schedules", "GET /api/admin/clinics/{clinic}/schedules"),
                shows("/clinics/{clinic}/assistant", "GET /api/admin/clinics/{clinic}/assistant"),
                sends("/clinics/{clinic}/assistant/push", "POST /api/admin/clinics/{clinic}/assistant/push"));
    }

    private List<Rule> settings() {
        List<Rule> all = new ArrayList<>();
        all.addAll(document("/profile", ""));
        all.addAll(document("/numbers", "/numbers"));
        all.addAll(document("/hours", "/hours"));
        all.addAll(document("/holidays", "/holidays"));
        all.addAll(document("/schedules/{provider}", "/schedules/{provider}"));
        all.addAll(document("/transfers", "/transfer-destinations"));
        all.addAll(items("provider", "providers", "provider"));
        all.addAll(items("visit-type", "visit-types", "type"));
        return all;
    }

    private List<Rule> emr() {
        List<Rule> all = new ArrayList<>(document("/emr/address", "/emr"));
        all.addAll(document("/emr/schedule", "/emr/schedule"));
        all.addAll(List.of(
                shows("/clinics/{clinic}/emr", "GET /api/admin/clinics/{clinic}/emr"),
                sends("/clinics/{clinic}/emr/credentials", "PUT /api/admin/clinics/{clinic}/emr/credentials"),
                sends("/clinics/{clinic}/emr/key", "PUT /api/admin/clinics/{clinic}/emr/key"),
                sends("/clinics/{clinic}/emr/connect", "POST /api/admin/clinics/{clinic}/emr/oauth/start"),
                sends("/clinics/{clinic}/emr/verifier", "POST /api/admin/clinics/{clinic}/emr/oauth/verifier"),
                sends("/clinics/{clinic}/emr/test", "POST /api/admin/clinics/{clinic}/emr/test"),
                shows("/clinics/{clinic}/emr/import", "GET /api/admin/clinics/{clinic}/emr/import"),
                sends("/clinics/{clinic}/emr/import", "POST /api/admin/clinics/{clinic}/emr/import"),
                sends("/clinics/{clinic}/emr/import/look", "GET /api/admin/clinics/{clinic}/emr/import"),
                sends("/clinics/{clinic}/emr/live", "PUT /api/admin/clinics/{clinic}/emr/live")));
        return all;
    }

    private List<Rule> webhook() {
        String webhook = CLINIC + "/webhook";
        return List.of(
                shows(webhook, "GET " + API + webhook),
                sends(webhook + "/secret", "POST " + API + webhook + "/secret"),
                sends(webhook + "/auth", "PUT " + API + webhook),
                sends(webhook + "/settled", "POST " + API + webhook + "/settled"),
                sends(webhook + "/remove", "DELETE " + API + webhook));
    }

    /** What staff do all day. */
    private List<Rule> day() {
        String tasks = CLINIC + "/tasks";
        String offers = CLINIC + "/offers/{offer}";
        String waitlist = CLINIC + "/waitlist";
        String week = CLINIC + "/week";
        String calls = CLINIC + "/calls";
        String trials = CLINIC + "/trials";
        String transcript = calls + "/{call}/transcript";
        return List.of(
                shows("/overview", "GET " + API + "/overview"),
                shows(CLINIC + "/overview", "GET " + API + CLINIC + "/overview"),
                shows(week, "GET " + API + week),
                sends(week + "/close", "PUT " + API + CLINIC + "/holidays"),
                sends(week + "/open", "PUT " + API + CLINIC + "/holidays"),
                shows(calls, "GET " + API + calls),
                sends(calls, "GET " + API + calls),
                shows(calls + "/{call}", "GET " + API + calls + "/{call}"),
                sends(transcript, "GET " + API + transcript),
                sends(transcript + "/remove", "DELETE " + API + transcript),
                shows(trials, "GET " + API + trials),
                sends(trials, "POST " + API + trials),
                shows(trials + "/{call}", "GET " + API + trials + "/{call}"),
                sends(trials + "/{call}", "POST " + API + trials + "/{call}/steps"),
                sends(trials + "/{call}/end", "DELETE " + API + trials + "/{call}"),
                shows(tasks, "GET " + API + tasks),
                sends(tasks + "/{task}/taken", "POST " + API + tasks + "/{task}/taken"),
                sends(tasks + "/{task}/done", "POST " + API + tasks + "/{task}/done"),
                shows(waitlist, "GET " + API + waitlist),
                sends(waitlist + "/{entry}/remove", "DELETE " + API + waitlist + "/{entry}"),
                sends(offers + "/contacting", "POST " + API + offers + "/contacting"),
                sends(offers + "/accepted", "POST " + API + offers + "/accepted"),
                sends(offers + "/declined", "POST " + API + offers + "/declined"));
    }
}
