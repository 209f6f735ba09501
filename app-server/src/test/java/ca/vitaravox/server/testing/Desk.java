package ca.vitaravox.server.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Somebody who is logged in and works with the clinics.
 *
 * @param token their access token
 */
public record Desk(String token) {
    private static final String CLINICS = "/api/admin/clinics/";

    /** Sends a request about a clinic: {@code path} follows its id. */
    public HttpResponse<String> send(String method, String path, Object body, String... headers) {
        Map<String, String> all = new HashMap<>(Admin.bearer(token));
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], headers[i + 1]);
        }
        return Admin.send(method, path.startsWith("/") ? path : CLINICS + path, body, all);
    }

    /** What is there. */
    public HttpResponse<String> get(String path) {
        return send("GET", path, null);
    }

    /** What is there, which must be so. */
    public JsonNode read(String path) {
        HttpResponse<String> answer = get(path);
        assertEquals(200, answer.statusCode(), () -> path + ": " + answer.body());
        return Admin.read(answer);
    }

    /** The tag of what is there. */
    public String tag(String path) {
        return tag(get(path));
    }

    /** The tag of an answer. */
    public static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow(() -> new AssertionError("no ETag: " + answer.body()));
    }

    /** Puts something in the place of what is there now. */
    public HttpResponse<String> put(String path, Object body) {
        return send("PUT", path, body instanceof JsonNode json ? json.toString() : body, "If-Match", tag(path));
    }

    /** Makes something that is not there. */
    public HttpResponse<String> make(String path, Object body) {
        return send("PUT", path, body, "If-None-Match", "*");
    }

    /** Changes something and puts it back; it must be accepted, and be so afterwards. */
    public JsonNode change(String path, Function<com.fasterxml.jackson.databind.node.ObjectNode, JsonNode> change) {
        JsonNode wanted = change.apply(read(path).deepCopy());
        HttpResponse<String> answer = put(path, wanted);
        assertEquals(200, answer.statusCode(), () -> path + ": " + answer.body());
        assertEquals(wanted, Admin.read(answer), path);
        assertEquals(wanted, read(path), path);
        assertEquals(tag(path), tag(answer), path);
        return wanted;
    }

    /** That a body is refused for one place in it, and changes nothing. */
    public void refused(String path, Object body, String pointer) {
        HttpResponse<String> before = get(path);
        HttpResponse<String> answer = before.statusCode() == 404 ? make(path, body) : put(path, body);
        assertEquals(422, answer.statusCode(), () -> body + ": " + answer.body());
        assertEquals(pointer, Admin.read(answer).at("/errors/0/pointer").asText(), () -> body + ": " + answer.body());
        assertEquals(before.body(), get(path).body());
    }

    /** All items of a list, read in pages of {@code limit}; no page has more, and none but the last less. */
    public List<JsonNode> all(String path, int limit) {
        List<JsonNode> items = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = read(path + (path.contains("?") ? "&" : "?") + "limit=" + limit + next);
            page.get("items").forEach(items::add);
            assertTrue(page.get("items").size() <= limit);
            assertTrue(!page.has("next") || page.get("items").size() == limit);
            next = page.has("next") ? "&after=" + page.get("next").asText() : null;
        } while (next != null);
        return items;
    }
}
