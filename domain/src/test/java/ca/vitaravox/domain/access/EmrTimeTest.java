package ca.vitaravox.domain.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmrTimeTest {
    private static final Instant NOW = Instant.parse("2026-11-24T15:00:00Z");

    private final EmrTime time = new EmrTime(() -> NOW);

    private Deadline request(Duration left, boolean onPhone) {
        return time.request(new CallContext(
                new ClinicId("harbourview"),
                new CallId("call"),
                Optional.empty(),
                Language.ENGLISH,
                new Deadline(NOW.plus(left), onPhone)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_request_takes_two_seconds_or_what_is_left_and_is_of_whoever_waits(boolean onPhone) {
        assertEquals(new Deadline(NOW.plusMillis(1999), onPhone), request(Duration.ofMillis(1999), onPhone));
        assertEquals(new Deadline(NOW.plusMillis(2000), onPhone), request(Duration.ofMillis(2000), onPhone));
        assertEquals(new Deadline(NOW.plusMillis(2000), onPhone), request(Duration.ofMillis(2001), onPhone));
    }
}
