package ca.vitaravox.server.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import ca.vitaravox.server.testing.OwnDatabase;
import ca.vitaravox.server.testing.Scale;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Very many attempts at booking the same openings, at two servers, one of which is killed half-way. */
@Tag("alone")
class AttemptsIT {
    private static final Logger LOG = LoggerFactory.getLogger(AttemptsIT.class);
    private static final int ATTEMPTS = Integer.getInteger("attempts", Scale.of(600, 100_000));

    private static final int SECONDS_TO_FINISH = 60;

    /** As attempts may end; those that went wrong had to wait too long for the database. */
    private static final Set<String> ENDS = Set.of(
            "acknowledged",
            "SLOT_TAKEN",
            "NO_AVAILABILITY",
            "EMR_UNAVAILABLE",
            "still pending",
            "went wrong",
            Crowd.BROKEN_OFF);

    @TempDir
    private Path directory;

    @Test
    void no_opening_is_sold_twice_and_no_booking_lost_though_a_server_is_killed_half_way() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        try (OwnDatabase database = OwnDatabase.start(directory);
                ServeProcess steady = ServeProcess.on(database);
                ServeProcess killed = ServeProcess.on(database)) {
            CrowdedClinic clinic = CrowdedClinic.open(database, "crowded", ATTEMPTS);
            Crowd crowd = new Crowd(clinic, ATTEMPTS, seed);
            crowd.reaches(steady.port());
            crowd.reaches(killed.port());
            try (Watch watch = new Watch(database, clinic);
                    Restarted restarted = new Restarted();
                    Books books = new Books(database, clinic)) {
                long begun = System.nanoTime();
                List<Attempt> attempts = crowd.attempt(() -> {
                    crowd.awaitHalfway();
                    crowd.loses(killed.port()); // new calls only: those under way are still there
                    killed.kill();
                    restarted.server = ServeProcess.on(database);
                    crowd.reaches(restarted.server.port());
                    return null;
                });
                Map<String, Long> tally = tally(attempts);
                LOG.info("{} attempts in {} s, seed {}: {}", ATTEMPTS, secondsSince(begun), seed, tally);
                assertEquals(ATTEMPTS, attempts.size());
                assertTrue(tally.getOrDefault("SLOT_TAKEN", 0L) > 0, "nobody lost a race: " + tally);
                assertTrue(tally.getOrDefault(Crowd.BROKEN_OFF, 0L) > 0, "nobody was on the line: " + tally);
                assertTrue(ENDS.containsAll(tally.keySet()), tally::toString);
                awaitTheEndOfWrites(books);
                assertEquals(0, watch.mostSoldTwice(), "pairs of calls that had the same time, -Dseed=" + seed);
                assertSound(books, attempts);
            }
        }
    }

    /** The server that took the place of the killed one. */
    private static final class Restarted implements AutoCloseable {
        private volatile ServeProcess server;

        @Override
        public void close() {
            if (server != null) {
                server.close();
            }
        }
    }

    private static Map<String, Long> tally(List<Attempt> attempts) {
        return attempts.stream()
                .collect(Collectors.groupingBy(
                        each -> each instanceof Attempt.Refused refused
                                ? refused.code()
                                : each instanceof Attempt.Uncertain uncertain ? uncertain.why() : "acknowledged",
                        TreeMap::new,
                        Collectors.counting()));
    }

    private static Set<Integer> uncertain(List<Attempt> attempts) {
        return attempts.stream()
                .filter(Attempt.Uncertain.class::isInstance)
                .map(each -> ((Attempt.Uncertain) each).patient())
                .collect(Collectors.toSet());
    }

    /** Waits until nothing is being written any more, by the killed server neither. */
    private static void awaitTheEndOfWrites(Books books) throws SQLException {
        long begun = System.nanoTime();
        while (books.writing() > 0 || books.disagreeing() > 0) {
            assertTrue(secondsSince(begun) < SECONDS_TO_FINISH, () -> "writes that did not end");
            books.pass(0.2);
        }
        LOG.info("finished {} s after the last call", secondsSince(begun));
    }

    private static long secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000_000;
    }

    private static void assertSound(Books books, List<Attempt> attempts) throws SQLException {
        assertEquals(0, books.overlapsOfOurs());
        assertEquals(0, books.overlapsInTheEmr());
        assertEquals(0, books.disagreeing());
        Map<String, String> standing = books.appointments();
        Map<String, String> unacknowledged = new HashMap<>(standing);
        for (Attempt each : attempts) {
            if (each instanceof Attempt.Acknowledged told) {
                if (!(told.patient() + " " + told.place()).equals(standing.get(told.appointment()))) {
                    fail(told + " does not stand:\n" + books.story(told.patient()));
                }
                assertTrue(unacknowledged.remove(told.appointment()) != null, () -> "told twice: " + told);
            }
        }
        // a server may have died between noting that it answers and answering
        unacknowledged
                .values()
                .forEach(each -> assertTrue(
                        uncertain(attempts).contains(Integer.valueOf(each.substring(0, each.indexOf(' ')))),
                        () -> "nobody was told of it: " + each));
        LOG.info(
                "{} appointments stand, {} of them of callers who were cut off",
                standing.size(),
                unacknowledged.size());
    }
}
