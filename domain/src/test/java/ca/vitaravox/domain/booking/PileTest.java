package ca.vitaravox.domain.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PileTest {
    @Test
    void what_touches_is_one_and_a_second_between_parts() {
        assertEquals(List.of("0-20"), joined(0, 10, 10, 20));
        assertEquals(List.of("0-10", "11-20"), joined(0, 10, 11, 20));
    }

    @Test
    void what_lies_within_a_longer_one_does_not_end_it() {
        assertEquals(List.of("0-100", "101-102"), joined(0, 100, 10, 20, 30, 40, 101, 102));
    }

    @Test
    void a_time_that_is_empty_or_ends_before_it_begins_is_none() {
        assertEquals(List.of("5-6"), joined(5, 5, 5, 6, 9, 7));
    }

    @Test
    void agrees_with_marking_every_second_whatever_the_order() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            long[] times = new long[2 * random.nextInt(200)];
            BitSet marked = new BitSet();
            for (int n = 0; n < times.length; n += 2) {
                int start = random.nextInt(2_000);
                int length = random.nextInt(30);
                times[n] = start;
                times[n + 1] = start + length;
                marked.set(start, start + length);
            }
            assertEquals(stretches(marked), joined(times), () -> "-Dseed=" + seed);
        }
    }

    private static List<String> stretches(BitSet marked) {
        List<String> stretches = new ArrayList<>();
        for (int start = marked.nextSetBit(0); start >= 0; start = marked.nextSetBit(marked.nextClearBit(start))) {
            stretches.add(start + "-" + marked.nextClearBit(start));
        }
        return stretches;
    }

    private static List<String> joined(long... times) {
        Pile pile = new Pile();
        for (int n = 0; n < times.length; n += 2) {
            pile.add(times[n], times[n + 1]);
        }
        Stretches joined = pile.joined();
        List<String> stretches = new ArrayList<>();
        for (int n = 0; n < joined.size(); n++) {
            stretches.add(joined.start(n) + "-" + joined.end(n));
        }
        return stretches;
    }
}
