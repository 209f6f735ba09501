package ca.vitaravox.server.oscar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.oscar.rest.Breaker;
import ca.vitaravox.oscar.standin.Endpoint;
import ca.vitaravox.oscar.standin.Fault;
import ca.vitaravox.oscar.standin.Line;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An OSCAR that failed too often is left alone for a while, and callers are told at once, and handed over. */
class OpenBreakerTest {
    private static final String LOOKUP = "search_patient_by_phone";
    private static final String ROBIN = "{\"first_name\":\"Robin\",\"date_of_birth\":\"1985-03-15\"}";
    private static final Duration AT_ONCE = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration SHUT_FOR = Duration.ofSeconds(5);

    private OscarReception oscar;

    @AfterEach
    void close() {
        oscar.close();
    }

    static Stream<Arguments> ways() {
        return Stream.of(Line.values())
                .flatMap(line -> Stream.of(OscarReception.Way.values()).map(way -> Arguments.of(line, way)));
    }

    private String code(String call, String tool, String arguments) {
        return oscar.use(call, tool, arguments).path("code").asText();
    }

    /** With a patient identified and an opening held, five answers in a row are those of a server that is not well. */
    private String trip(Line line, OscarReception.Way way) {
        oscar = new OscarReception(line, way);
        oscar.use("call", LOOKUP, ROBIN);
        String slot = oscar.use("call", "find_earliest_appointment", "{\"patient_id\":\"1\"}")
                .at("/slots/0/slot_id")
                .asText();
        oscar.server.faults().everywhere(Fault.status(503));
        for (int failure = 1; failure <= 10; failure++) {
            JsonNode answer = oscar.use("trip-" + failure, LOOKUP, ROBIN);
            assertEquals("EMR_UNAVAILABLE", answer.path("code").asText());
            String next = failure < 5 ? "call_again" : "transfer_to_staff";
            assertEquals(next, answer.path("next").asText(), "failure " + failure);
        }
        oscar.server.requests().forget();
        return slot;
    }

    @ParameterizedTest
    @MethodSource("ways")
    void whatever_is_asked_is_answered_at_once_without_a_request_and_the_call_is_handed_over(
            Line line, OscarReception.Way way) {
        String slot = trip(line, way);
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
        asked.forEach((tool, arguments) -> {
            JsonNode answer = oscar.use("call", tool, arguments);
            assertEquals("EMR_UNAVAILABLE", answer.path("code").asText(), tool + ": " + answer);
            assertEquals("transfer_to_staff", answer.path("next").asText(), tool + ": " + answer);
        });

        JsonNode handedOver = oscar.use(
                "call", "transfer_call", "{\"reason\":\"patient_request\",\"summary\":\"wants an appointment\"}");
        assertTrue(handedOver.path("success").asBoolean(), handedOver::toString);
        assertEquals(0, oscar.server.requests().total());
    }

    /** The quickest of many, since this machine may be doing something else. */
    @ParameterizedTest
    @MethodSource("ways")
    void an_answer_takes_less_than_fifty_milliseconds(Line line, OscarReception.Way way) {
        trip(line, way);
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
    @MethodSource("ways")
    void after_five_seconds_it_is_tried_beside_whoever_asks_and_once_that_was_answered_all_is_as_before(
            Line line, OscarReception.Way way) {
        trip(line, way);
        oscar.server.faults().clear();
        oscar.reception.pass(SHUT_FOR.minusMillis(1));
        assertEquals("EMR_UNAVAILABLE", code("before", LOOKUP, ROBIN));
        assertEquals(0, oscar.server.requests().total());

        oscar.reception.pass(Duration.ofMillis(1));
        assertEquals("EMR_UNAVAILABLE", code("due", LOOKUP, ROBIN));
        untilFound();
        assertEquals(1, oscar.server.requests().count(Endpoint.CHECK_IF_AUTHED));
        assertEquals(2, oscar.server.requests().total());
    }

    /** Whoever is on the phone when it is tried is answered at once, though OSCAR never answers that. */
    @ParameterizedTest
    @MethodSource("ways")
    void nobody_waits_for_what_is_tried(Line line, OscarReception.Way way) throws InterruptedException {
        trip(line, way);
        oscar.server.faults().clear();
        oscar.server.faults().everywhere(Fault.hang());
        oscar.reception.pass(SHUT_FOR);
        long begun = System.nanoTime();
        assertEquals("EMR_UNAVAILABLE", code("due", LOOKUP, ROBIN));
        assertTrue(System.nanoTime() - begun < Breaker.PROBE.toNanos());
        assertTrue(oscar.server.requests().await(Endpoint.CHECK_IF_AUTHED, 1, PATIENCE));
        assertEquals(1, oscar.server.requests().total());
    }

    private void untilFound() {
        long until = System.nanoTime() + PATIENCE.toNanos();
        for (int call = 0;
                !oscar.use("after-" + call, LOOKUP, ROBIN).path("found").asBoolean();
                call++) {
            assertTrue(System.nanoTime() < until, "OSCAR is never asked again");
        }
    }
}
