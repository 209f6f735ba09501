package ca.vitaravox.server.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.clinic.EmrUnavailableException;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogLinesTest {
    private final Throwable thrown =
            new EmrUnavailableException("no answer", new IOException("unexpected token 'Castellan'"));

    @Test
    void a_line_for_people_is_one_line_whatever_the_message() {
        assertEquals(
                "2026-01-02T03:04:05Z WARN LogLinesTest - first second call=abc\n",
                new TextLine().doLayout(event("first\nsecond", null)));
    }

    @Test
    void a_line_for_machines_is_one_json_object() throws IOException {
        String line = new JsonLine().doLayout(event("first\nsecond", thrown));

        assertEquals(line.length() - 1, line.indexOf('\n'));
        JsonNode json = new JsonMapper().readTree(line);
        assertEquals("first\nsecond", json.at("/message").asText());
        assertEquals("abc", json.at("/call").asText());
        assertEquals("2026-01-02T03:04:05Z", json.at("/at").asText());
    }

    @Test
    void the_words_of_foreign_exceptions_stay_out_and_ours_stay_in() {
        for (String line : new String[] {
            new TextLine().doLayout(event("failed", thrown)), new JsonLine().doLayout(event("failed", thrown))
        }) {
            assertTrue(line.contains("EmrUnavailableException: no answer"), line);
            assertTrue(line.contains("caused by java.io.IOException"), line);
            assertFalse(line.contains("Castellan"), line);
        }
    }

    private LoggingEvent event(String message, Throwable cause) {
        LoggerContext context = new LoggerContext();
        LoggingEvent event = new LoggingEvent(
                getClass().getName(), context.getLogger(getClass().getName()), Level.WARN, message, cause, null);
        event.setInstant(Instant.parse("2026-01-02T03:04:05Z"));
        event.setMDCPropertyMap(Map.of("call", "abc"));
        return event;
    }
}
