package ca.vitaravox.server.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.vitaravox.server.testing.OwnDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers, restarted one after the other while callers book; before that, a later release migrates their tables. */
@Tag("alone")
class RollingRestartIT {
    private static final int CALLERS = 4;
    private static final int SIGTERM = 143;

    /** Often enough for statements to be kept prepared. */
    private static final int ROUNDS = 4;

    /** Twenty times as long as the edge needs to notice, for a busy machine. */
    private static final int DRAIN = 20 * ReadyServers.PERIOD;

    @TempDir
    private Path directory;

    @Test
    void
            no_call_fails_while_tables_are_migrated_and_servers_restarted_one_after_the_other_unless_they_leave_unannounced()
                    throws Exception {
        try (OwnDatabase database = OwnDatabase.start(directory);
                Fleet fleet = Fleet.start(database, DRAIN)) {
            CrowdedClinic clinic = CrowdedClinic.open(database, "restarted", 9_000);
            List<String> told;
            try (ReadyServers edge = new ReadyServers(fleet.ports());
                    Callers callers = Callers.begin(clinic, CALLERS, edge::to)) {
                callers.awaitMore(ROUNDS * CALLERS);
                LaterRelease.migrate(database);
                callers.awaitMore(ROUNDS * CALLERS);
                assertEquals(List.of(), callers.failures(), "on tables that got more columns");
                for (int server = 0; server < 2; server++) {
                    assertEquals(SIGTERM, fleet.end(server));
                    callers.awaitMore(CALLERS);
                    fleet.restart(server, 0);
                    callers.awaitMore(2 * CALLERS);
                }
                assertEquals(List.of(), callers.failures());

                // one that leaves between two looks of the edge, without waiting for the next
                edge.lookAway();
                assertEquals(SIGTERM, fleet.end(0));
                callers.awaitFailure();
                callers.stop();
                told = callers.booked();
            }
            try (Books books = new Books(database, clinic)) {
                Set<String> standing = books.appointments().keySet();
                assertEquals(told.size(), new TreeSet<>(told).size());
                assertEquals(Set.of(), missing(told, standing));
                assertEquals(0, books.overlapsInTheEmr());
            }
        }
    }

    private static Set<String> missing(List<String> told, Set<String> standing) {
        Set<String> missing = new TreeSet<>(told);
        missing.removeAll(standing);
        return missing;
    }
}
