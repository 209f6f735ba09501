package ca.vitaravox.server.access;

import static ca.vitaravox.ports.access.Role.AUDITOR;
import static ca.vitaravox.ports.access.Role.CLINIC_MANAGER;
import static ca.vitaravox.ports.access.Role.CLINIC_STAFF;
import static ca.vitaravox.ports.access.Role.PLATFORM_ADMIN;

import ca.vitaravox.ports.access.Role;
import ca.vitaravox.server.access.Rule.Needs;
import io.javalin.http.HandlerType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Who may use which route of the administration: the one place that says so. What is not in it does not start. */
public final class AccessTable {
    /** What is not of the administration: calls, operations, what describes the interface, and what pages are made of. */
    private static final Pattern ELSEWHERE =
            Pattern.compile("[A-Z]+ /((api/)?vapi|health|metrics|docs|openapi\\.yaml|assets)(/.*)?");

    private static final Set<Role> EVERYBODY = Set.of(Role.values());
    private static final Set<Role> THOSE_WHO_MANAGE = Set.of(PLATFORM_ADMIN, CLINIC_MANAGER);
    /** Who runs the platform is not who treats the patients. */
    private static final Set<Role> THOSE_WHO_TREAT = Set.of(CLINIC_MANAGER, CLINIC_STAFF);

    private static final Set<Role> THOSE_IN_CLINICS = Set.of(PLATFORM_ADMIN, CLINIC_MANAGER, CLINIC_STAFF);

    /** All rules. */
    public static final List<Rule> RULES = List.of(
            open(HandlerType.POST, "/api/auth/login"),
            open(HandlerType.POST, "/api/auth/refresh"),
            self(HandlerType.POST, "/api/auth/logout"),
            self(HandlerType.GET, "/api/auth/me"),
            self(HandlerType.POST, "/api/auth/password"),
            self(HandlerType.POST, "/api/auth/totp"),
            self(HandlerType.POST, "/api/auth/totp/confirm"),
            rule(HandlerType.GET, "/api/auth/sessions", EVERYBODY),
            rule(HandlerType.DELETE, "/api/auth/sessions/{session}", EVERYBODY),
            rule(HandlerType.GET, "/api/admin/access-trail", Set.of(PLATFORM_ADMIN)),
            audit("/api/admin/audit"),
            audit("/api/admin/audit/verify"),
            audit("/api/admin/audit/export"),
            rule(HandlerType.GET, "/api/admin/overview", THOSE_WHO_MANAGE),
            rule(HandlerType.GET, "/api/admin/users", THOSE_WHO_MANAGE),
            rule(HandlerType.POST, "/api/admin/users", THOSE_WHO_MANAGE),
            rule(HandlerType.GET, "/api/admin/users/{user}", THOSE_WHO_MANAGE),
            rule(HandlerType.PUT, "/api/admin/users/{user}", THOSE_WHO_MANAGE),
            rule(HandlerType.POST, "/api/admin/users/{user}/password", THOSE_WHO_MANAGE),
            rule(HandlerType.DELETE, "/api/admin/users/{user}/totp", THOSE_WHO_MANAGE),
            rule(HandlerType.POST, "/api/admin/users/{user}/unlock", THOSE_WHO_MANAGE),
            rule(HandlerType.GET, "/api/admin/users/{user}/sessions", Set.of(PLATFORM_ADMIN)),
            rule(HandlerType.DELETE, "/api/admin/users/{user}/sessions/{session}", Set.of(PLATFORM_ADMIN)),
            rule(HandlerType.GET, "/api/admin/clinics", EVERYBODY),
            rule(HandlerType.POST, "/api/admin/clinics", Set.of(PLATFORM_ADMIN)),
            rule(HandlerType.GET, "/api/admin/clinics/{clinic}", THOSE_IN_CLINICS),
            rule(HandlerType.PUT, "/api/admin/clinics/{clinic}", THOSE_WHO_MANAGE),
            rule(HandlerType.GET, "/api/admin/clinics/{clinic}/status", THOSE_IN_CLINICS),
            rule(HandlerType.GET, "/api/admin/clinics/{clinic}/numbers", THOSE_WHO_MANAGE),
            rule(HandlerType.PUT, "/api/admin/clinics/{clinic}/numbers", Set.of(PLATFORM_ADMIN)),
            rule(HandlerType.GET, "/api/admin/clinics/{clinic}/hours", THOSE_IN_CLINICS),
            rule(HandlerType.PUT, "/api/admin/clinics/{clinic}/hours", THOSE_WHO_MANAGE),
            rule(HandlerType.GET, "/api/admin/clinics/{clinic}/holidays", THOSE_IN_CLINICS),
            rule(HandlerType.PUT, "/api/admin/clinics/{clinic}/holidays", THOSE_WHO_MANAGE),
            rule(HandlerType.GET, "/api/admin/clinics/{clinic}/providers", THOSE_IN_CLINICS),
            rule(HandlerType.GET, "/api/admin/clinics/{clinic}/providers/{provider}", THOSE_IN_CLINICS),
            rule(HandlerType.PUT, "/api/admin/clinics/{clinic}/providers/{provider}", THOSE_WHO_MANAGE),
            rule(HandlerType.DELETE, "/api/admin/clinics/{clinic}/providers/{provider}", THOSE_WHO_MANAGE),
            rule(HandlerType.GET, "/api/admin/clinics/{clinic}/visit-types", THOSE_IN_CLINICS),
            rule(HandlerType.GET, "/api/admin/clinics/{clinic}/visit-types/{type}", THOSE_IN_CLINICS),
            rule(HandlerType.PUT, "/api/admin/clinics/{clinic}/visit-types/{type}", THOSE_WHO_MANAGE),
            rule(HandlerType.DELETE, "/api/admin/clinics/{clinic}/visit-types/{type}", THOSE_WHO_MANAGE),
            rule(HandlerType.GET, "/api/admin/clinics/{clinic}/schedules", THOSE_IN_CLINICS),
            rule(HandlerType.GET, "/api/admin/clinics/{clinic}/schedules/{provider}", THOSE_IN_CLINICS),
            rule(HandlerType.PUT, "/api/admin/clinics/{clinic}/schedules/{provider}", THOSE_WHO_MANAGE),
            rule(HandlerType.GET, "/api/admin/clinics/{clinic}/transfer-destinations", THOSE_IN_CLINICS),
            rule(HandlerType.PUT, "/api/admin/clinics/{clinic}/transfer-destinations", THOSE_WHO_MANAGE),
            rule(HandlerType.GET, "/api/admin/clinics/{clinic}/emr", THOSE_WHO_MANAGE),
            rule(HandlerType.PUT, "/api/admin/clinics/{clinic}/emr", Set.of(PLATFORM_ADMIN)),
            rule(HandlerType.PUT, "/api/admin/clinics/{clinic}/emr/credentials", THOSE_WHO_MANAGE),
            rule(HandlerType.PUT, "/api/admin/clinics/{clinic}/emr/live", THOSE_WHO_MANAGE),
            open(HandlerType.GET, "/api/admin/emr/oauth/callback"),
            rule(HandlerType.POST, "/api/admin/clinics/{clinic}/emr/oauth/start", THOSE_WHO_MANAGE),
            rule(HandlerType.POST, "/api/admin/clinics/{clinic}/emr/oauth/verifier", THOSE_WHO_MANAGE),
            rule(HandlerType.POST, "/api/admin/clinics/{clinic}/emr/test", THOSE_WHO_MANAGE),
            rule(HandlerType.PUT, "/api/admin/clinics/{clinic}/emr/key", THOSE_WHO_MANAGE),
            rule(HandlerType.GET, "/api/admin/clinics/{clinic}/emr/schedule", THOSE_WHO_MANAGE),
            rule(HandlerType.PUT, "/api/admin/clinics/{clinic}/emr/schedule", THOSE_WHO_MANAGE),
            rule(HandlerType.GET, "/api/admin/clinics/{clinic}/emr/import", THOSE_WHO_MANAGE),
            rule(HandlerType.POST, "/api/admin/clinics/{clinic}/emr/import", THOSE_WHO_MANAGE),
            rule(HandlerType.GET, "/api/admin/clinics/{clinic}/set-up", THOSE_WHO_MANAGE),
            rule(HandlerType.GET, "/api/admin/clinics/{clinic}/set-up/checks", THOSE_WHO_MANAGE),
            rule(HandlerType.GET, "/api/admin/clinics/{clinic}/webhook", THOSE_WHO_MANAGE),
            rule(HandlerType.PUT, "/api/admin/clinics/{clinic}/webhook", THOSE_WHO_MANAGE),
            rule(HandlerType.DELETE, "/api/admin/clinics/{clinic}/webhook", THOSE_WHO_MANAGE),
            rule(HandlerType.POST, "/api/admin/clinics/{clinic}/webhook/secret", THOSE_WHO_MANAGE),
            rule(HandlerType.POST, "/api/admin/clinics/{clinic}/webhook/settled", THOSE_WHO_MANAGE),
            rule(HandlerType.GET, "/api/admin/clinics/{clinic}/assistant", THOSE_WHO_MANAGE),
            rule(HandlerType.POST, "/api/admin/clinics/{clinic}/assistant/push", THOSE_WHO_MANAGE),
            rule(HandlerType.GET, "/api/admin/clinics/{clinic}/tasks", THOSE_IN_CLINICS),
            rule(HandlerType.POST, "/api/admin/clinics/{clinic}/tasks/{task}/taken", THOSE_IN_CLINICS),
            rule(HandlerType.POST, "/api/admin/clinics/{clinic}/tasks/{task}/done", THOSE_IN_CLINICS),
            rule(HandlerType.GET, "/api/admin/clinics/{clinic}/waitlist", THOSE_IN_CLINICS),
            rule(HandlerType.DELETE, "/api/admin/clinics/{clinic}/waitlist/{entry}", THOSE_IN_CLINICS),
            rule(HandlerType.GET, "/api/admin/clinics/{clinic}/offers", THOSE_IN_CLINICS),
            rule(HandlerType.POST, "/api/admin/clinics/{clinic}/offers/{offer}/contacting", THOSE_IN_CLINICS),
            rule(HandlerType.POST, "/api/admin/clinics/{clinic}/offers/{offer}/accepted", THOSE_IN_CLINICS),
            rule(HandlerType.POST, "/api/admin/clinics/{clinic}/offers/{offer}/declined", THOSE_IN_CLINICS),
            rule(HandlerType.GET, "/api/admin/clinics/{clinic}/holds", THOSE_IN_CLINICS),
            rule(HandlerType.GET, "/api/admin/clinics/{clinic}/week", THOSE_IN_CLINICS),
            rule(HandlerType.GET, "/api/admin/clinics/{clinic}/calls", THOSE_IN_CLINICS),
            rule(HandlerType.GET, "/api/admin/clinics/{clinic}/calls/{call}", THOSE_IN_CLINICS),
            rule(HandlerType.GET, "/api/admin/clinics/{clinic}/calls/{call}/transcript", THOSE_WHO_TREAT),
            rule(HandlerType.DELETE, "/api/admin/clinics/{clinic}/calls/{call}/transcript", Set.of(CLINIC_MANAGER)),
            rule(HandlerType.GET, "/api/admin/clinics/{clinic}/exports/calls", THOSE_WHO_TREAT),
            rule(HandlerType.GET, "/api/admin/clinics/{clinic}/exports/tasks", THOSE_WHO_TREAT),
            rule(HandlerType.GET, "/api/admin/clinics/{clinic}/exports/waitlist", THOSE_WHO_TREAT),
            rule(HandlerType.GET, "/api/admin/clinics/{clinic}/pulse", THOSE_IN_CLINICS),
            rule(HandlerType.GET, "/api/admin/clinics/{clinic}/pulse/stream", THOSE_IN_CLINICS),
            rule(HandlerType.GET, "/api/admin/clinics/{clinic}/trials", THOSE_IN_CLINICS),
            rule(HandlerType.POST, "/api/admin/clinics/{clinic}/trials", THOSE_IN_CLINICS),
            rule(HandlerType.GET, "/api/admin/clinics/{clinic}/trials/{call}", THOSE_IN_CLINICS),
            rule(HandlerType.POST, "/api/admin/clinics/{clinic}/trials/{call}/steps", THOSE_IN_CLINICS),
            rule(HandlerType.DELETE, "/api/admin/clinics/{clinic}/trials/{call}", THOSE_IN_CLINICS),
            rule(HandlerType.GET, "/api/admin/clinics/{clinic}/overview", THOSE_IN_CLINICS));

    /** Those of the pages of the web application. */
    public static final List<Rule> PAGES = PageRules.over(RULES);

    private AccessTable() {}

    static Rule open(HandlerType method, String path) {
        return new Rule(method, path, Needs.NOTHING, EVERYBODY);
    }

    static Rule self(HandlerType method, String path) {
        return new Rule(method, path, Needs.SESSION, EVERYBODY);
    }

    private static Rule rule(HandlerType method, String path, Set<Role> roles) {
        return new Rule(method, path, Needs.FULL_SESSION, roles);
    }

    private static Rule audit(String path) {
        return new Rule(HandlerType.GET, path, Needs.ASKED_CLINIC, Set.of(PLATFORM_ADMIN, CLINIC_MANAGER, AUDITOR));
    }

    /** The rule of a route, such as {@code GET /api/admin/users}. */
    public static Optional<Rule> of(String route) {
        return Stream.concat(RULES.stream(), PAGES.stream())
                .filter(each -> each.route().equals(route))
                .findFirst();
    }

    /**
     * Refuses to let a server start that has a route of the administration without a rule, or a rule without a route.
     *
     * @param routes all routes of the server, as {@code GET /api/admin/users}
     * @throws IllegalStateException naming the first that is wrong
     */
    public static void check(Collection<String> routes) {
        for (String route : routes) {
            if (!ELSEWHERE.matcher(route).matches() && of(route).isEmpty()) {
                throw new IllegalStateException("nobody said who may use " + route);
            }
        }
        for (Rule rule : Stream.concat(RULES.stream(), PAGES.stream()).toList()) {
            if (!routes.contains(rule.route())) {
                throw new IllegalStateException("there is no route for the rule of " + rule.route());
            }
        }
    }
}
