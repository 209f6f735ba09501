package ca.vitaravox.domain.waitlist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Whatever happens to a waitlist in whatever order, each opening is one person's at a time, and in turn. */
class WaitlistSequencesTest {
    private static final int SEQUENCES = "full".equals(System.getProperty("scale")) ? 10_000 : 150;
    private static final int STEPS = 40;

    @Test
    void never_two_live_offers_always_in_turn_and_no_opening_without_offer_or_reason() {
        long[] made = new long[2];
        LongStream.range(0, SEQUENCES).forEach(seed -> {
            WaitingRoom room = new WaitingRoom(seed);
            for (int i = 0; i < STEPS; i++) {
                room.goesOn();
            }
            room.settles();
            assertEquals(List.of(), room.wrong, "seed " + seed);
            made[0] += room.offersMade;
            made[1] += room.filled;
        });
        assertTrue(made[0] > SEQUENCES, "offers were made: " + made[0]);
        assertTrue(made[1] > SEQUENCES / 20, "some were taken on the phone: " + made[1]);
    }
}
