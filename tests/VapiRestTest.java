package ca.vitaravox.vapi.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.vapi.standin.StandInVapi;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VapiRestTest {
    private static final String KEY = "EXAMPLE-not-a-real-key";

    private final StandInVapi vapi = StandInVapi.start(KEY, () -> Instant.EPOCH);
    private final List<Duration> rests = new ArrayList<>();
    private final VapiRest rest = new VapiRest(vapi.baseUrl(), KEY, rests::add);

    private static ObjectNode assistant(String name) {
        return JsonNodeFactory.instance.objectNode().put("name", name);
    }

    private String trouble(Runnable work) {
        String said = assertThrows(PlatformTroubleException.class, work::run).getMessage();
        assertFalse(said.contains(KEY), said);
        return said;
    }

    @AfterEach
    void stop() {
        vapi.close();
    }

    @Test
    void what_is_made_can_be_read_changed_listed_and_removed() {
        String id = rest.create(Kind.ASSISTANT, assistant("One")).path("id").asText();
        assertEquals("One", rest.read(Kind.ASSISTANT, id).orElseThrow().path("name").asText());
        rest.update(Kind.ASSISTANT, id, assistant("Two"));
        assertEquals("Two", rest.list(Kind.ASSISTANT).get(0).path("name").asText());
        rest.delete(Kind.ASSISTANT, id);
        rest.delete(Kind.ASSISTANT, id);
        assertEquals(Optional.empty(), rest.read(Kind.ASSISTANT, id));
    }

    @Test
    void what_may_be_asked_again_is_where_there_were_too_many_and_a_bounded_number_of_times() {
        vapi.troubles().refuse(Transport.MOST_TRIES - 1, 429);
        assertEquals(List.of(), rest.list(Kind.TOOL));
        assertEquals(List.of(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1)), rests);
        vapi.troubles().refuse(Transport.MOST_TRIES, 429);
        assertTrue(trouble(() -> rest.list(Kind.TOOL)).contains("too much at once"));
    }

    @Test
    void making_something_is_asked_once_whatever_comes_of_it() {
        vapi.troubles().refuse(1, 429);
        trouble(() -> rest.create(Kind.ASSISTANT, assistant("One")));
        assertEquals(List.of("POST /assistant"), vapi.requests());
        assertEquals(List.of(), rests);
    }

    @Test
    void nothing_is_asked_again_after_another_refusal() {
        vapi.troubles().refuse(1, 503);
        trouble(() -> rest.list(Kind.TOOL));
        assertEquals(1, vapi.requests().size());
    }

    @Test
    void an_answer_that_does_not_come_in_time_is_given_up() {
        VapiRest hasty = new VapiRest(vapi.baseUrl(), KEY, rests::add, Duration.ofMillis(200));
        vapi.troubles().delay(Duration.ofSeconds(2));
        assertTrue(trouble(() -> hasty.list(Kind.TOOL)).contains("did not answer"));
    }

    @Test
    void an_answer_that_is_too_long_or_no_answer_at_all_is_said_so() {
        vapi.troubles().say("[\"" + "x".repeat(BoundedText.MOST) + "\"]");
        assertTrue(trouble(() -> rest.list(Kind.TOOL)).contains("did not answer"));
        vapi.troubles().say("<html>");
        assertTrue(trouble(() -> rest.list(Kind.TOOL)).contains("VITARAVOX_VAPI_URL"));
        vapi.troubles().say("{}");
        assertTrue(trouble(() -> rest.create(Kind.TOOL, assistant("x"))).contains("VITARAVOX_VAPI_URL"));
    }

    @Test
    void a_wrong_key_an_unknown_field_and_an_unreachable_address_are_said_in_a_sentence() {
        VapiRest stranger = new VapiRest(vapi.baseUrl(), "another", rests::add);
        assertTrue(trouble(() -> stranger.list(Kind.TOOL)).contains("VITARAVOX_VAPI_API_KEY"));
        String refused = trouble(() -> rest.create(Kind.ASSISTANT, assistant("a").put("silenceTimeoutSeconds", 30)));
        assertTrue(refused.contains("silenceTimeoutSeconds"), refused);
        VapiRest nowhere = new VapiRest(URI.create("http://127.0.0.1:1"), KEY, rests::add);
        assertTrue(trouble(() -> nowhere.list(Kind.TOOL)).contains("did not answer at http://127.0.0.1:1"));
    }
}
