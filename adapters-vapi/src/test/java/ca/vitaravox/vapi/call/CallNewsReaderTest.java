package ca.vitaravox.vapi.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.call.CallNews;
import ca.vitaravox.ports.call.Transcripts;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallNewsReaderTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant ARRIVED = Instant.parse("2026-09-14T18:00:00Z");

    private static JsonNode sample(String name) {
        try (InputStream in = CallNewsReaderTest.class.getResourceAsStream("/vapi/requests/" + name + ".json")) {
            return JSON.readTree(in).path("message");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<CallNews> read(String message) {
        try {
            return CallNewsReader.read(JSON.readTree(message.replace('\'', '"')), ARRIVED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CallNews.Reported reported(String fields) {
        return (CallNews.Reported)
                read("{'type':'end-of-call-report'," + fields + "}").orElseThrow();
    }

    @Test
    void a_call_in_progress_has_started() {
        assertEquals(
                Optional.of(new CallNews.Started(Instant.ofEpochMilli(1_789_405_326_320L))),
                CallNewsReader.read(sample("status-update-in-progress"), ARRIVED));
        assertEquals(
                Optional.of(new CallNews.Started(ARRIVED)), read("{'type':'status-update','status':'in-progress'}"));
    }

    @Test
    void an_ended_call_ended_for_a_reason() {
        assertEquals(
                Optional.of(new CallNews.Ended(
                        Instant.ofEpochMilli(1_789_405_507_120L), Optional.of("customer-ended-call"))),
                CallNewsReader.read(sample("status-update-ended"), ARRIVED));
        assertEquals(
                Optional.of(new CallNews.Ended(ARRIVED, Optional.empty())),
                read("{'type':'status-update','status':'ended','endedReason':null}"));
    }

    @Test
    void the_report_tells_times_reason_cost_and_summary() {
        assertEquals(
                Optional.of(new CallNews.Reported(
                        Optional.of(Instant.parse("2026-09-14T17:02:06.120Z")),
                        Optional.of(Instant.parse("2026-09-14T17:05:06.920Z")),
                        Optional.of("customer-ended-call"),
                        Optional.of(new BigDecimal("0.2174")),
                        Optional.of("The caller booked a check-up for Tuesday September 15 at 9:30 AM with Doctor"
                                + " Wexford."),
                        Optional.of(
                                "AI: Thanks for calling Harbourview Family Clinic. How can I help?\nUser: Hi, I'd like"
                                        + " to book a check up with the first doctor you have.\nAI: The earliest is Tuesday"
                                        + " September 15 at 9:30 AM with Doctor Wexford.\nUser: Yes please.\n"))),
                CallNewsReader.read(sample("end-of-call-report"), ARRIVED));
    }

    @Test
    void the_older_places_of_each_fact_are_read_where_the_newer_are_missing() {
        CallNews.Reported older = reported("'summary':'Booked.','call':{'startedAt':1789405326120,"
                + "'endedAt':'1789405506920','endedReason':'silence-timed-out','cost':1}");
        assertEquals(
                new CallNews.Reported(
                        Optional.of(Instant.ofEpochMilli(1_789_405_326_120L)),
                        Optional.of(Instant.ofEpochMilli(1_789_405_506_920L)),
                        Optional.of("silence-timed-out"),
                        Optional.of(new BigDecimal("1.0000")),
                        Optional.of("Booked."),
                        Optional.empty()),
                older);
        assertEquals(
                Optional.of(new BigDecimal("0.1200")),
                reported("'costBreakdown':{'total':0.12}").costUsd());
        CallNews.Reported both = reported("'analysis':{'summary':'New.'},'summary':'Old.'");
        assertEquals(Optional.of("New."), both.summary());
        assertEquals(
                Optional.of("User: Hi."), reported("'transcript':'User: Hi.'").transcript());
        assertEquals(
                Optional.of("New."),
                reported("'artifact':{'transcript':'New.'},'transcript':'Old.'").transcript());
    }

    @Test
    void a_transcript_keeps_its_lines_and_no_more_than_the_longest_that_is_kept() {
        assertEquals(
                Optional.of("AI: a\nUser: b"),
                reported("'transcript':'AI: a\\nUser:\\u0000\\tb'").transcript());
        for (String nothing : List.of("null", "17", "' \\n '", "['a']")) {
            assertEquals(Optional.empty(), reported("'transcript':" + nothing).transcript(), nothing);
        }
        String longest = "a".repeat(Transcripts.LONGEST);
        assertEquals(
                Optional.of(longest), reported("'transcript':'" + longest + "'").transcript());
        assertEquals(
                Optional.of(longest),
                reported("'transcript':'" + longest + "b'").transcript());
        assertEquals(
                Optional.of(longest.substring(1)),
                reported("'transcript':'" + longest.substring(1) + "\ud83d\ude42'")
                        .transcript(),
                "no character is cut in half");
    }

    @ParameterizedTest
    @CsvSource({
        "1789405326120, 2026-09-14T17:02:06.120Z",
        "1789405326, 2026-09-14T17:02:06Z",
        "'\"1789405326120\"', 2026-09-14T17:02:06.120Z",
        "'\"2026-09-14T10:02:06.120-07:00\"', 2026-09-14T17:02:06.120Z",
        "'\"2026-09-14T17:02:06Z\"', 2026-09-14T17:02:06Z"
    })
    void a_time_is_read_in_each_of_its_forms(String written, Instant meant) {
        assertEquals(Optional.of(meant), reported("'startedAt':" + written).startedAt());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "true",
                "{}",
                "''",
                "'soon'",
                "0",
                "-5",
                "1e300",
                "99999999999999999999",
                "'99999999999999'"
            })
    void a_time_no_call_was_at_is_none(String written) {
        assertEquals(Optional.empty(), reported("'startedAt':" + written).startedAt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "'0.2'", "-1", "1e300", "1e999999", "{}", "10000"})
    void a_cost_that_makes_no_sense_is_none(String written) {
        assertEquals(Optional.empty(), reported("'cost':" + written).costUsd());
    }

    @Test
    void texts_are_cut_to_their_bounds_between_characters_and_cleaned() {
        String emoji = "\ud83d\ude00";
        CallNews.Reported long1 = reported(
                "'analysis':{'summary':'" + "x".repeat(1999) + emoji + "'},'endedReason':'" + "r".repeat(200) + "'");
        assertEquals("x".repeat(1999), long1.summary().orElseThrow());
        assertEquals("r".repeat(100), long1.reason().orElseThrow());
        assertEquals(
                "a b c",
                reported("'summary':' a\\u0000b\\r\\n\\ud800c '").summary().orElseThrow());
        assertTrue(reported("'summary':' \\n '").summary().isEmpty());
        assertEquals(Optional.empty(), reported("'summary':{'text':'x'}").summary());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'type':'hang'}",
                "{'type':'status-update'}",
                "{'type':'status-update','status':'ringing'}",
                "{'type':'status-update','status':'forwarding'}",
                "{'type':'transcript'}"
            })
    void all_other_messages_are_no_news(String message) {
        assertEquals(Optional.empty(), read(message));
    }
}
