package ca.vitaravox.vapi.webhook;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LogPrivacyTest {
    private static final List<String> PERSONAL = List.of(
            "Castellan", "5550142", "555-0142", "1985", "Wexford", "chest", "check up", "chart", TestServer.SECRET);

    private static String loggedDuring(ThrowingRunnable what) throws Exception {
        Logger root = (Logger) LoggerFactory.getLogger("ca.vitaravox");
        ListAppender<ILoggingEvent> events = new ListAppender<>();
        Level before = root.getLevel();
        root.setLevel(Level.TRACE);
        root.addAppender(events);
        events.start();
        try {
            what.run();
        } finally {
            root.detachAppender(events);
            root.setLevel(before);
        }
        return events.list.stream()
                .map(event -> event.getFormattedMessage() + ThrowableProxyUtil.asString(event.getThrowableProxy()))
                .collect(Collectors.joining("\n"));
    }

    private interface ThrowingRunnable {
        void run() throws Exception;
    }

    @Test
    void the_log_names_calls_and_tools_and_nobody() throws Exception {
        String log = loggedDuring(() -> {
            try (TestServer server = new TestServer()) {
                for (String sample : SamplesTest.samples()) {
                    server.post("/vapi", TestServer.sample(sample));
                }
                ObjectNode said = Calls.arguments().put("first_name", "Robin").put("last_name", "Castellan");
                said.put("date_of_birth", "1985-03-15").put("reason", "chest pain");
                server.tools.will("create_appointment", (call, arguments) -> {
                    throw new IllegalStateException(
                            "no chart of " + arguments, new IllegalArgumentException("" + said));
                });
                server.answer(Calls.message("c", "create_appointment", said));
                server.answer(Calls.message("c", "Robin Castellan", said));
                server.post("/vapi", said.toString().substring(5).getBytes(StandardCharsets.UTF_8));
                server.log.broken = true;
                server.answer(Calls.message("d", "find_earliest_appointment", said));
                server.log.next();
                server.places.breakDown();
                server.answer(Calls.message("e", "find_earliest_appointment", said));
                server.answer(TestServer.sample("requests/assistant-request"));
                server.post("/vapi", TestServer.sample("requests/end-of-call-report"));
                ObjectNode odd = Calls.message("f", "find_earliest_appointment", said);
                odd.withObject("/message/call").put("id", "Robin Castellan\n604-555-0142");
                server.answer(odd);
            }
        });
        assertTrue(log.contains("create_appointment in call call-1 broke: java.lang.IllegalStateException"), log);
        for (String personal : PERSONAL) {
            assertFalse(log.contains(personal), personal + " in: " + log);
        }
    }
}
