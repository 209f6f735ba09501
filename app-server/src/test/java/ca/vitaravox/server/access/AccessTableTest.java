package ca.vitaravox.server.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AccessTableTest {
    private static List<String> routes() {
        return Stream.concat(AccessTable.RULES.stream(), AccessTable.PAGES.stream())
                .map(Rule::route)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    @Test
    void a_server_with_a_route_nobody_ruled_on_does_not_start() {
        AccessTable.check(routes());
        for (String more : List.of(
                "GET /api/admin/secret",
                "PATCH /api/admin/users",
                "GET /api/auth/*",
                "GET /api/admin",
                "GET /clinics/{clinic}/secret",
                "GET /secret")) {
            List<String> routes = routes();
            routes.add(more);
            assertThrows(IllegalStateException.class, () -> AccessTable.check(routes), more);
        }
    }

    @Test
    void a_rule_without_a_route_is_a_mistake_and_routes_elsewhere_are_not() {
        List<String> routes = routes();
        routes.add("POST /vapi");
        AccessTable.check(routes);
        routes.remove("GET /api/auth/me");
        assertThrows(IllegalStateException.class, () -> AccessTable.check(routes));
    }

    @Test
    void a_route_has_one_rule_and_only_three_are_open() {
        assertEquals(
                AccessTable.RULES.size() + AccessTable.PAGES.size(),
                Set.copyOf(routes()).size());
        assertEquals(
                Set.of("POST /api/auth/login", "POST /api/auth/refresh", "GET /api/admin/emr/oauth/callback"),
                AccessTable.RULES.stream()
                        .filter(rule -> rule.needs() == Rule.Needs.NOTHING)
                        .map(Rule::route)
                        .collect(Collectors.toSet()));
        assertTrue(AccessTable.RULES.stream().noneMatch(rule -> rule.roles().isEmpty()));
    }

    @Test
    void pages_are_open_to_nobody_but_at_the_door() {
        assertEquals(
                Set.of("GET /sign-in", "POST /sign-in", "POST /preferences"),
                AccessTable.PAGES.stream()
                        .filter(rule -> rule.needs() == Rule.Needs.NOTHING)
                        .map(Rule::route)
                        .collect(Collectors.toSet()));
    }
}
