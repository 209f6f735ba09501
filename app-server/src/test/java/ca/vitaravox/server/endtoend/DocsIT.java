package ca.vitaravox.server.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.server.testing.Admin;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The description of the interface, as the server serves it. */
class DocsIT {
    private static HttpResponse<String> get(String path) {
        return Admin.send("GET", path, null, Map.of());
    }

    @Test
    void the_description_is_served_as_it_is_in_the_repository() throws IOException {
        assertEquals(
                Files.readString(Path.of("../openapi.yaml")),
                get("/openapi.yaml").body());
    }

    @Test
    void the_page_has_nothing_inline_and_all_that_it_names_is_served_here() {
        HttpResponse<String> page = get("/docs");
        assertEquals(200, page.statusCode());
        String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertTrue(policy.startsWith("default-src 'none'; script-src 'self'; style-src 'self';"), policy);
        assertFalse(policy.contains("unsafe"), policy);
        assertFalse(page.body().matches("(?s).*(<script>|<style|style=|onload=|javascript:).*"), page.body());
        Matcher named = Pattern.compile("(?:src|href)=\"([^\"]+)\"").matcher(page.body());
        int count = 0;
        while (named.find()) {
            count++;
            assertTrue(named.group(1).startsWith("/"), named.group(1));
            assertEquals(200, get(named.group(1)).statusCode(), named.group(1));
        }
        assertEquals(5, count);
    }

    @Test
    void nothing_else_of_the_library_is_served() {
        for (String path : List.of("/docs/index.html", "/docs/oauth2-redirect.html", "/docs/../openapi.yaml")) {
            assertTrue(get(path).statusCode() >= 400, path);
        }
    }

    @Test
    void a_path_of_the_administration_that_is_not_there_is_a_problem() {
        HttpResponse<String> answer = get("/api/admin/nothing");
        assertEquals(404, answer.statusCode());
        assertTrue(answer.headers().firstValue("Content-Type").orElseThrow().startsWith("application/problem+json"));
        assertEquals("NOT_FOUND", Admin.read(answer).get("code").asText());
    }
}
