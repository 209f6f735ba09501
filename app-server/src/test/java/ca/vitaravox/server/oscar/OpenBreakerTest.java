package ca.vitaravox.server.oscar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.oscar.standin.Fault;
import ca.vitaravox.oscar.standin.Line;
import ca.vitaravox.ports.call.Patience;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An OSCAR that failed too often is left alone for a while, and callers are told at once, and handed over. */
class OpenBreakerTest {
    private static final String LOOKUP = "search_patient_by_phone";
    private static final String ROBIN = "{\"first_name\":\"Robin\",\"date_of_birth\":\"1985-03-15\"}";
    private static final Duration AT_ONCE = Duration.ofMillis(50);
    private static final Duration SHUT_FOR = Duration.ofSeconds(5);

    private OscarReception oscar;

    @AfterEach
    void close() {
        oscar.close();
    }

    private String code(String call, String tool, String arguments) {
        return oscar.use(call, tool, arguments).path("code").asText();
    }

    /** With a patient identified and an opening held, five answers in a row are those of a server that is not well. */
    private String trip(Line line) {
        oscar = new OscarReception(line);
        oscar.use("call", LOOKUP, ROBIN);
        String slot = oscar.use("call", "find_earliest_appointment", "{\"patient_id\":\"1\"}")
                .at("/slots/0/slot_id")
                .asText();
        oscar.server.faults().everywhere(Fault.status(503));
        for (int i = 0; i < 10; i++) {
            assertEquals("EMR_UNAVAILABLE", code("trip-" + i, LOOKUP, ROBIN));
        }
        oscar.server.requests().forget();
        return slot;
    }

    @ParameterizedTest
    @EnumSource
    void whatever_is_asked_is_answered_at_once_without_a_request_and_the_call_can_be_handed_over(Line line) {
        String slot = trip(line);
        Map<String, String> asked = Map.of(
                LOOKUP,
                ROBIN,
                "search_patient",
                ROBIN.replace("}", ",\"last_name\":\"Castellan\"}"),
                "get_patient",
                "{\"patient_id\":\"1\"}",
                "check_appointments",
                "{\"patient_id\":\"1\"}",
                "find_earliest_appointment",
                "{\"patient_id\":\"1\",\"earliest_date\":\"2026-07-20\"}",
                "create_appointment",
                "{\"patient_id\":\"1\",\"slot_id\":\"" + slot + "\"}");
        List<String> next = new ArrayList<>();
        asked.forEach((tool, arguments) -> {
            JsonNode answer = oscar.use("call", tool, arguments);
            assertEquals("EMR_UNAVAILABLE", answer.path("code").asText(), tool + ": " + answer);
            next.add(answer.path("next").asText());
        });
        assertEquals(List.of("call_again", "call_again", "transfer_to_staff"), next.subList(0, Patience.FAILURES));

        JsonNode handedOver = oscar.use(
                "call", "transfer_call", "{\"reason\":\"patient_request\",\"summary\":\"wants an appointment\"}");
        assertTrue(handedOver.path("success").asBoolean(), handedOver::toString);
        assertEquals(0, oscar.server.requests().total());
    }

    /** The quickest of many, since this machine may be doing something else. */
    @ParameterizedTest
    @EnumSource
    void an_answer_takes_less_than_fifty_milliseconds(Line line) {
        trip(line);
        long quickest = LongStream.range(0, 20)
                .map(i -> {
                    long begun = System.nanoTime();
                    code("quick-" + i, LOOKUP, ROBIN);
                    return System.nanoTime() - begun;
                })
                .min()
                .orElseThrow();
        assertTrue(quickest < AT_ONCE.toNanos(), quickest + " ns");
        assertEquals(0, oscar.server.requests().total());
    }

    @ParameterizedTest
    @EnumSource
    void after_five_seconds_one_request_tries_and_if_that_is_answered_all_is_as_before(Line line) {
        trip(line);
        oscar.server.faults().clear();
        oscar.reception.pass(SHUT_FOR);
        assertEquals("EMR_UNAVAILABLE", code("before", LOOKUP, ROBIN));
        assertEquals(0, oscar.server.requests().total());

        oscar.reception.pass(Duration.ofMillis(1));
        assertTrue(oscar.use("after", LOOKUP, ROBIN).path("found").asBoolean());
        assertEquals(1, oscar.server.requests().total());
    }
}
