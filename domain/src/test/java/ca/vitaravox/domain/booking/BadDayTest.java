package ca.vitaravox.domain.booking;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong in whatever order, callers hear the truth, and nothing is left half done. */
class BadDayTest {
    private static final int DAYS = Integer.getInteger("days", 40);
    private static final int THINGS = 150;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatever_goes_wrong_callers_hear_the_truth_and_nothing_is_left_half_done(boolean referencesKept) {
        LongStream.range(0, DAYS).forEach(seed -> {
            BadDay day = new BadDay(seed, referencesKept);
            for (int i = 0; i < THINGS; i++) {
                day.goesOn();
            }
            day.ends();
            assertAll(
                    "seed " + seed,
                    () -> assertEquals(List.of(), day.said.lies),
                    () -> assertEquals(List.of(), day.reception.overlapping()),
                    () -> assertEquals(List.of(), day.said.forgotten()),
                    () -> assertEquals(Set.of(), day.said.lost()));
        });
    }

    @Test
    void a_day_is_the_same_again_from_its_seed() {
        BadDay one = new BadDay(7, true);
        BadDay other = new BadDay(7, true);
        for (int i = 0; i < THINGS; i++) {
            one.goesOn();
            other.goesOn();
        }
        assertEquals(one.said.live(), other.said.live());
        assertEquals(one.said.standing(), other.said.standing());
    }
}
