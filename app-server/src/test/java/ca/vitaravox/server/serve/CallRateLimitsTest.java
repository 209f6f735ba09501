package ca.vitaravox.server.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.PhoneNumber;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CallRateLimitsTest {
    private static final Instant START = Instant.parse("2026-03-02T17:00:00Z");
    private static final String HARBOURVIEW = "harbourview";
    private static final Optional<PhoneNumber> WITHHELD = Optional.empty();

    private Instant now = START;
    private final CallRateLimits limits = new CallRateLimits(60, 600, () -> now);

    private static Optional<PhoneNumber> number(int n) {
        return Optional.of(new PhoneNumber("+1604555%04d".formatted(n)));
    }

    private boolean admits(String clinic, Optional<PhoneNumber> caller) {
        return limits.admits(new CallContext(
                new ClinicId(clinic), new CallId("c"), caller, Language.ENGLISH, new Deadline(now.plusSeconds(4))));
    }

    private long admitted(int times, String clinic, Optional<PhoneNumber> caller) {
        return IntStream.range(0, times).filter(n -> admits(clinic, caller)).count();
    }

    @Test
    void the_sixtieth_of_a_number_passes_and_the_next_does_not() {
        assertEquals(60, admitted(60, HARBOURVIEW, number(1)));
        assertFalse(admits(HARBOURVIEW, number(1)));
        assertTrue(admits(HARBOURVIEW, number(2)), "another number");
    }

    @Test
    void a_number_has_one_rate_whichever_clinics_it_calls() {
        admitted(60, HARBOURVIEW, number(1));
        assertFalse(admits("cedar-lane", number(1)));
    }

    @Test
    void the_six_hundredth_of_a_clinic_passes_and_the_next_does_not() {
        for (int n = 0; n < 10; n++) {
            assertEquals(60, admitted(60, HARBOURVIEW, number(n)));
        }
        assertFalse(admits(HARBOURVIEW, number(10)));
        assertTrue(admits("cedar-lane", number(10)), "another clinic");
    }

    @Test
    void what_a_number_was_refused_does_not_count_for_its_clinic() {
        admitted(5_000, HARBOURVIEW, number(1));
        for (int n = 2; n < 11; n++) {
            assertEquals(60, admitted(60, HARBOURVIEW, number(n)));
        }
    }

    @Test
    void callers_who_withhold_their_numbers_share_half_of_the_clinics() {
        assertEquals(300, admitted(301, HARBOURVIEW, WITHHELD));
        assertTrue(admits(HARBOURVIEW, number(1)), "and keep nobody else out");
        assertTrue(admits("cedar-lane", WITHHELD));
    }

    @Test
    void a_second_gives_one_back_and_a_minute_all() {
        admitted(60, HARBOURVIEW, number(1));
        now = START.plusMillis(999);
        assertFalse(admits(HARBOURVIEW, number(1)));
        now = START.plusSeconds(1);
        assertEquals(1, admitted(2, HARBOURVIEW, number(1)));
        now = START.plusSeconds(61);
        assertEquals(60, admitted(61, HARBOURVIEW, number(1)));
    }
}
