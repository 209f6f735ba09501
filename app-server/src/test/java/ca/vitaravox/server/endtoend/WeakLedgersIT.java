package ca.vitaravox.server.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.postgres.Database;
import ca.vitaravox.server.serve.Closing;
import ca.vitaravox.server.testing.OwnDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What {@link AttemptsIT} looks for in the books is really found, where times are kept apart as is done elsewhere: by
 * looking before taking, or by a lock in the process. For it the constraint is dropped; the ledger's statements, which
 * look before they take, stay the same.
 */
@Tag("alone")
class WeakLedgersIT {
    private static final Logger LOG = LoggerFactory.getLogger(WeakLedgersIT.class);
    private static final int PATIENTS = 480;
    private static final int CONNECTIONS = 8;
    private static final int ALL_OPENINGS = CrowdedClinic.PROVIDERS * 12;

    @TempDir
    private static Path directory;

    private static final Closing CLOSING = new Closing();
    private static OwnDatabase database;
    private static Database one;
    private static Database other;

    @BeforeAll
    static void open_two_servers_databases() throws IOException {
        database = CLOSING.add(OwnDatabase.start(directory));
        one = CLOSING.add(database.open(CONNECTIONS));
        other = CLOSING.add(database.open(CONNECTIONS));
    }

    @AfterAll
    static void close() {
        CLOSING.close();
    }

    @Test
    void the_constraint_sells_each_opening_once_and_only_without_it_do_others_sell_them_twice() throws Exception {
        Race kept = race("constraint", List.of(nobodyElse(one), nobodyElse(other)));
        assertEquals(new Race(ALL_OPENINGS, 0, 0, 0), kept);

        dropTheConstraint();
        Race naive = race("naive", List.of(nobodyElse(one), nobodyElse(other)));
        assertTrue(naive.soldTwice() > 0, naive::toString);

        Race oneLock = race("one-lock", List.of(locked(one)));
        assertEquals(new Race(ALL_OPENINGS, 0, 0, 0), oneLock);
        Race twoLocks = race("two-locks", List.of(locked(one), locked(other)));
        assertTrue(twoLocks.soldTwice() > 0, twoLocks::toString);
    }

    private static void dropTheConstraint() throws SQLException {
        try (Connection connection = database.asOwner("any");
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER TABLE slots DROP CONSTRAINT slots_do_not_overlap");
        }
    }

    /** A server that does nothing about it. */
    private static LedgerRace.Server nobodyElse(Database ledgers) {
        return new LedgerRace.Server(ledgers, new LedgerRace.Alone() {
            @Override
            public <T> T run(Supplier<T> work) {
                return work.get();
            }
        });
    }

    /** A server whose own callers come one after the other. */
    private static LedgerRace.Server locked(Database ledgers) {
        ReentrantLock lock = new ReentrantLock();
        return new LedgerRace.Server(ledgers, new LedgerRace.Alone() {
            @Override
            public <T> T run(Supplier<T> work) {
                lock.lock();
                try {
                    return work.get();
                } finally {
                    lock.unlock();
                }
            }
        });
    }

    private record Race(int booked, int heldTwice, long overlapsOfOurs, long overlapsInTheEmr) {
        /** Openings that two were given, whether it came out when they were taken or never. */
        long soldTwice() {
            return heldTwice + overlapsOfOurs + overlapsInTheEmr;
        }
    }

    private static Race race(String name, List<LedgerRace.Server> servers) throws Exception {
        CrowdedClinic clinic = CrowdedClinic.open(database, name, PATIENTS);
        LedgerRace ledgers = new LedgerRace(clinic);
        int booked = ledgers.run(servers);
        try (Books books = new Books(database, clinic)) {
            Race race = new Race(booked, ledgers.heldTwice(), books.overlapsOfOurs(), books.overlapsInTheEmr());
            LOG.info("{}: {}", name, race);
            return race;
        }
    }
}
