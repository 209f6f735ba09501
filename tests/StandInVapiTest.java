package ca.vitaravox.vapi.standin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StandInVapiTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final StandInVapi vapi = StandInVapi.start("key", () -> Instant.EPOCH);

    private record Answer(int status, JsonNode body) {}

    private Answer ask(String method, String path, String body, String key) throws Exception {
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(vapi.baseUrl().resolve(path))
                                .header("Authorization", "Bearer " + key)
                                .method(method, HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        return new Answer(response.statusCode(), JSON.readTree(response.body()));
    }

    private Answer ask(String method, String path, String body) throws Exception {
        return ask(method, path, body, "key");
    }

    private static String sample(String name) throws IOException {
        try (InputStream in = StandInVapiTest.class.getResourceAsStream("/vapi-config/" + name + ".json")) {
            return JSON.readTree(in).toString();
        }
    }

    @AfterEach
    void stop() {
        vapi.close();
    }

    @Test
    void only_the_key_lets_in() throws Exception {
        Answer answer = ask("GET", "/assistant", "", "other");
        assertEquals(401, answer.status());
        assertTrue(answer.body().path("message").asText().startsWith("Invalid Key."));
    }

    @Test
    void the_samples_are_taken() throws Exception {
        for (String credential : new String[] {"bearer", "hmac", "oauth2", "x-vapi-secret"}) {
            assertEquals(201, ask("POST", "/credential", sample("credential-" + credential)).status());
        }
        String known = vapi.all("credential").get(0).path("id").asText();
        String ours = "550e8400-e29b-41d4-a716-446655440000";
        for (String[] sample : new String[][] {
            {"/tool", "create-tool-create_appointment"},
            {"/assistant", "create-assistant"},
            {"/phone-number", "phone-number-telnyx"}
        }) {
            assertEquals(400, ask("POST", sample[0], sample(sample[1])).status(), "names no credential that is there");
            Answer made = ask("POST", sample[0], sample(sample[1]).replace(ours, known));
            assertEquals(201, made.status(), made.body().toString());
        }
    }

    @Test
    void a_secret_is_never_told() throws Exception {
        Answer made = ask("POST", "/credential", sample("credential-hmac"));
        assertFalse(made.body().toString().contains("not-a-real-secret"));
        assertFalse(ask("GET", "/credential", "").body().toString().contains("not-a-real-secret"));
    }

    @Test
    void what_the_schema_does_not_know_is_refused_with_a_list() throws Exception {
        Answer answer = ask("POST", "/assistant", "{'name':'" + "n".repeat(41) + "','endCallFunctionEnabled':true}");
        assertEquals(400, answer.status());
        assertEquals(2, answer.body().path("message").size());
        assertEquals("Bad Request", answer.body().path("error").asText());
    }

    @Test
    void strict_and_misspelt_messages_are_changed_without_a_word() throws Exception {
        String tool = "{'type':'function','function':{'name':'a','strict':true,'parameters':{'type':'object',"
                + "'properties':{'b':{'type':'string'}}}},'messages':[{'type':'request-strat','content':'x'}]}";
        Answer made = ask("POST", "/tool", tool);
        assertEquals(201, made.status());
        assertFalse(made.body().path("function").has("strict"));
        assertEquals("request-failed", made.body().at("/messages/0/type").asText());
    }

    @Test
    void a_change_replaces_whole_fields_null_removes_one_and_the_type_cannot_be_sent() throws Exception {
        String id = ask("POST", "/assistant", "{'name':'a','metadata':{'x':1},'firstMessage':'hi'}")
                .body()
                .path("id")
                .asText();
        Answer changed = ask("PATCH", "/assistant/" + id, "{'metadata':{'y':2},'firstMessage':null}");
        assertEquals("{\"y\":2}", changed.body().path("metadata").toString());
        assertFalse(changed.body().has("firstMessage"));
        assertEquals("a", changed.body().path("name").asText());
        String tool = ask("POST", "/tool", "{'type':'endCall'}").body().path("id").asText();
        assertEquals(400, ask("PATCH", "/tool/" + tool, "{'type':'endCall'}").status());
        assertEquals(404, ask("PATCH", "/assistant/none", "{'name':'b'}").status());
    }

    @Test
    void a_squad_names_assistants_that_are_there_and_no_two_of_one_name() throws Exception {
        String one = ask("POST", "/assistant", "{'name':'a'}").body().path("id").asText();
        String two = ask("POST", "/assistant", "{'name':'a'}").body().path("id").asText();
        assertEquals(201, ask("POST", "/squad", "{'members':[{'assistantId':'" + one + "'}]}").status());
        assertEquals(400, ask("POST", "/squad", "{'members':[{'assistantId':'none'}]}").status());
        Answer twice = ask(
                "POST", "/squad", "{'members':[{'assistantId':'" + one + "'},{'assistantId':'" + two + "'}]}");
        assertEquals(400, twice.status());
        assertTrue(twice.body().toString().contains("Duplicate Assistant Name"));
    }
}
