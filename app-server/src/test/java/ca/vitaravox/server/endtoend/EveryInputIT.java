package ca.vitaravox.server.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.Role;
import ca.vitaravox.server.access.AccessTable;
import ca.vitaravox.server.access.Rule;
import ca.vitaravox.server.testing.Admin;
import ca.vitaravox.server.testing.OpenApi;
import ca.vitaravox.server.testing.Phone;
import ca.vitaravox.server.testing.SampleArguments;
import ca.vitaravox.server.testing.TestClinic;
import ca.vitaravox.server.testing.TestServer;
import ca.vitaravox.vapi.tool.DeclaredToolbox;
import ca.vitaravox.vapi.tool.ToolSpec;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Texts made to break queries, headers, pages or logs, in every input of every tool and every route. */
class EveryInputIT {
    private static final TestServer SERVER = TestServer.running();
    private static final List<String> ATTACKS = List.of(
            "' OR '1'='1",
            "'; DROP TABLE clinics; --",
            "1); DELETE FROM slots; --",
            "\\'; SELECT pg_sleep(9); --",
            "x\r\nX-Injected: yes",
            "${jndi:ldap://x.example/a}",
            "<script>alert(1)</script>",
            "nul\u0000nul",
            "../../etc/passwd",
            "\ud800");

    private static TestClinic clinic;
    private static TestClinic bystander;

    @BeforeAll
    static void open() {
        clinic = TestClinic.open(SERVER.database(), "every-input", 3);
        bystander = TestClinic.open(SERVER.database(), "bystander", 3);
    }

    @Test
    void every_text_of_every_tool_is_an_answer_and_nothing_else() {
        String before = SERVER.rows(bystander.id());
        int sent = 0;
        for (ToolSpec tool : DeclaredToolbox.declared()) {
            for (String attack : ATTACKS) {
                for (ObjectNode arguments : SampleArguments.withEachText(SampleArguments.of(tool), attack)) {
                    Phone phone = new Phone(SERVER.port(), clinic.phoneOf(sent % 50 + 1), clinic.number());
                    HttpResponse<String> answer =
                            phone.post("/vapi", phone.toolCalls("call_" + sent, tool.name(), arguments.toString()));
                    assertHarmless(tool.name() + " " + arguments, answer, attack);
                    JsonNode result = Phone.read(answer.body()).at("/results/0");
                    assertTrue(result.has("result"), () -> tool.name() + " " + arguments + ": " + answer.body());
                    sent++;
                }
            }
        }
        assertTrue(sent > 300, "inputs were walked: " + sent);
        assertEquals(before, SERVER.rows(bystander.id()));
        assertTrue(new Phone(SERVER.port(), clinic.phoneOf(1), clinic.number())
                .use("get_clinic_info", "{}")
                .path("success")
                .asBoolean());
    }

    private static void assertHarmless(String what, HttpResponse<String> answer, String attack) {
        assertTrue(answer.statusCode() < 500, () -> what + " → " + answer.statusCode() + " " + answer.body());
        assertTrue(answer.headers().firstValue("X-Injected").isEmpty(), what);
        assertTrue(
                answer.headers().map().values().stream()
                        .noneMatch(values -> values.toString().contains(attack)),
                what);
        assertFalse(answer.body().contains("Exception"), () -> what + " → " + answer.body());
        assertFalse(answer.body().contains("org.postgresql"), () -> what + " → " + answer.body());
    }

    @Test
    void every_part_of_the_envelope_is_an_answer_and_nothing_else() {
        String before = SERVER.rows(bystander.id());
        Phone phone = new Phone(SERVER.port(), clinic.phoneOf(1), clinic.number());
        ObjectNode envelope = (ObjectNode) Phone.read(phone.toolCalls("call_1", "get_clinic_info", "{}"));
        envelope.withObject("/message/call").put("phoneNumberId", "p").put("assistantId", "a");
        envelope.withObject("/message/phoneNumber").put("id", "p");
        for (String attack : ATTACKS) {
            for (ObjectNode message : SampleArguments.withEachText(envelope, attack)) {
                HttpResponse<String> answer = phone.post("/vapi", message.toString());
                assertHarmless(message.toString(), answer, attack);
                assertEquals(200, answer.statusCode(), message.toString());
            }
            for (String type : List.of("assistant-request", "status-update", "end-of-call-report", "hang")) {
                ObjectNode news = (ObjectNode) Phone.read(phone.message(type));
                news.withObject("/message")
                        .put("endedReason", "customer-ended-call")
                        .put("status", "ended")
                        .put("timestamp", "2026-03-02T17:00:00Z");
                for (ObjectNode message : SampleArguments.withEachText(news, attack)) {
                    HttpResponse<String> answer = phone.post("/vapi", message.toString());
                    assertHarmless(message.toString(), answer, attack);
                    assertEquals(200, answer.statusCode(), message.toString());
                }
            }
        }
        assertEquals(before, SERVER.rows(bystander.id()));
    }

    @Test
    void every_path_query_and_body_of_every_route_is_a_problem_or_harmless() {
        String token = Admin.fullToken(Admin.user(Role.PLATFORM_ADMIN));
        String before = SERVER.rows(bystander.id());
        for (Rule rule : AccessTable.RULES) {
            if (rule.path().endsWith("/logout")) {
                continue;
            }
            for (String attack : ATTACKS) {
                String encoded =
                        URLEncoder.encode(attack, StandardCharsets.UTF_8).replace("+", "%20");
                String attacked = rule.path().replaceAll("\\{[^}]+}", encoded);
                String usual = rule.path().replace("{clinic}", clinic.id()).replaceAll("\\{[^}]+}", "none");
                boolean writes = !Set.of("GET", "DELETE").contains(rule.method().name());
                ObjectNode body = writes ? body(rule, attack) : null;
                for (String path : List.of(attacked, usual, usual + "?after=" + encoded + "&limit=" + encoded)) {
                    HttpResponse<String> answer = Admin.send(rule.method().name(), path, body, Admin.bearer(token));
                    assertHarmless(rule.route() + " " + path + " " + body, answer, attack);
                }
            }
        }
        assertEquals(before, SERVER.rows(bystander.id()));
        assertEquals(
                200,
                Admin.send("GET", "/api/auth/me", null, Admin.bearer(token)).statusCode());
    }

    /** Every field that the description names, with the attack in its place. */
    private static ObjectNode body(Rule rule, String attack) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        OpenApi.operations().stream()
                .filter(each -> each.route().equals(rule.route()))
                .map(each -> OpenApi.resolved(
                        OpenApi.resolved(each.described().path("requestBody")).at("/content/application~1json/schema")))
                .flatMap(schema -> schema.path("properties").properties().stream())
                .forEach(property -> body.put(property.getKey(), attack));
        return body;
    }

    @Test
    void every_header_that_is_read_is_refused_or_harmless() throws IOException {
        for (String header : List.of(
                "Authorization",
                "X-Vapi-Secret",
                "x-signature",
                "x-timestamp",
                "Content-Type",
                "Origin",
                "Cookie",
                "X-CSRF-Token",
                "X-Forwarded-For",
                "If-Match",
                "Host")) {
            for (String attack : List.of(
                    "' OR '1'='1", "x\r\nX-Injected: yes", "${jndi:ldap://x.example/a}", "nul\u0000", "\u00e9\u00ff")) {
                for (String line : List.of("POST /vapi", "POST /api/auth/login", "GET /api/auth/me")) {
                    String answer = raw(line, header, attack);
                    assertTrue(
                            answer.isEmpty() || answer.matches("(?s)HTTP/1.1 4\\d\\d .*"),
                            () -> line + " " + header + ": " + answer);
                    assertFalse(answer.contains("X-Injected"), answer);
                    assertFalse(answer.contains("jndi"), answer);
                }
            }
        }
    }

    @Test
    void no_method_that_a_path_does_not_have_is_answered() throws IOException {
        for (String line :
                List.of("TRACE /vapi", "TRACE /health", "PUT /vapi", "DELETE /api/auth/login", "FLY /vapi")) {
            String answer = raw(line, "X-Nothing", "at all");
            assertTrue(answer.matches("(?s)HTTP/1.1 (40[045]|501) .*"), () -> line + ": " + answer);
        }
    }

    /** As it is written, which no client library would send. */
    private static String raw(String line, String header, String value) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", SERVER.port())) {
            socket.setSoTimeout(30_000);
            String host = header.equals("Host") ? "" : "Host: 127.0.0.1\r\n";
            String request = line + " HTTP/1.1\r\n" + host + header + ": " + value
                    + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    @Test
    void a_tool_that_is_none_is_not_there_whatever_its_name() {
        for (String attack : ATTACKS) {
            String encoded = URLEncoder.encode(attack, StandardCharsets.UTF_8).replace("+", "%20");
            if (attack.contains("/") || attack.indexOf(0) >= 0) {
                continue;
            }
            HttpResponse<String> answer = new Phone(SERVER.port(), clinic.phoneOf(1), clinic.number())
                    .post("/api/vapi/" + encoded, "{\"call\":{\"id\":\"c\",\"to\":\"" + clinic.number() + "\"}}");
            assertTrue(Set.of(400, 404).contains(answer.statusCode()), attack + " → " + answer.statusCode());
            assertHarmless(attack, answer, attack);
        }
    }
}
