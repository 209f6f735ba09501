package ca.vitaravox.oscar.rest;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.clinic.EmrUnavailableException;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockWatchTest {
    private static final Instant NOW = Instant.parse("2026-11-24T15:00:00Z");

    private final ClockWatch watch = new ClockWatch();

    private static ClockReading ahead(Duration ahead) {
        return new ClockReading(NOW, Optional.of(ahead));
    }

    @ParameterizedTest
    @CsvSource({"PT0S, true", "PT2M, true", "PT-2M, true", "PT2M0.001S, false", "PT-2M-0.001S, false", "PT1H, false"})
    void two_minutes_are_tolerated_and_no_more(Duration difference, boolean tolerated) {
        if (tolerated) {
            assertDoesNotThrow(() -> watch.judge(ahead(difference)));
        } else {
            assertThrows(EmrUnavailableException.class, () -> watch.judge(ahead(difference)));
        }
        assertEquals(!tolerated, watch.toBeCompared(NOW));
    }

    @Test
    void nothing_is_signed_before_a_comparison() {
        assertTrue(watch.toBeCompared(NOW));
        assertEquals(Optional.empty(), watch.ahead());
    }

    @ParameterizedTest
    @CsvSource({"PT10M, false", "PT10M0.001S, true", "PT-0.001S, true"})
    void a_comparison_counts_for_ten_minutes_unless_time_ran_backwards(Duration later, boolean anew) {
        watch.judge(ahead(Duration.ZERO));
        assertEquals(anew, watch.toBeCompared(NOW.plus(later)));
    }

    @Test
    void every_answer_is_a_comparison() {
        watch.judge(ahead(Duration.ZERO));
        watch.note(ahead(Duration.ofMinutes(3)));
        assertTrue(watch.toBeCompared(NOW));
    }

    @Test
    void an_answer_without_a_date_changes_nothing_and_is_no_comparison() {
        watch.judge(ahead(Duration.ofSeconds(5)));
        watch.note(new ClockReading(NOW, Optional.empty()));
        assertEquals(Optional.of(Duration.ofSeconds(5)), watch.ahead());
        assertThrows(EmrUnavailableException.class, () -> watch.judge(new ClockReading(NOW, Optional.empty())));
    }

    @ParameterizedTest
    @CsvSource({"'Tue, 24 Nov 2026 15:00:31 GMT', PT30S", "'Tue, 24 Nov 2026 14:59:31 GMT', PT-30S", "soon,", "'',"})
    void the_date_of_an_answer_is_compared_with_the_middle_of_the_request(String date, Duration ahead) {
        HttpHeaders headers = HttpHeaders.of(Map.of("Date", List.of(date)), (name, value) -> true);
        ClockReading reading = ClockReading.of(headers, NOW, NOW.plusSeconds(2));
        assertEquals(Optional.ofNullable(ahead), reading.ahead());
    }
}
