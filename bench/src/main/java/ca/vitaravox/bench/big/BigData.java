package ca.vitaravox.bench.big;

import ca.vitaravox.domain.audit.ChainVerifier;
import ca.vitaravox.ports.audit.Chains;
import ca.vitaravox.ports.audit.Head;
import ca.vitaravox.ports.audit.Verification;
import ca.vitaravox.ports.audit.Verification.Verdict;
import ca.vitaravox.ports.call.CallFigures;
import ca.vitaravox.postgres.Database;
import ca.vitaravox.server.config.DatabaseUrl;
import ca.vitaravox.server.demo.DataFolder;
import ca.vitaravox.server.demo.EmbeddedDatabase;
import ca.vitaravox.server.serve.Closing;
import ca.vitaravox.server.serve.Databases;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;

/**
 * Makes a demo's data folder with many clinics, calls and audit entries:
 * {@code java -cp bench/target/bench.jar ca.vitaravox.bench.big.BigData FOLDER [CLINICS CALLS ENTRIES]}.
 */
public final class BigData {
    private static final int CONNECTIONS = 4;
    private static final int VERIFIED = 20;

    private BigData() {}

    /** Fills a new folder; a folder that is filled already is refused by its keys. */
    public static void main(String[] arguments) throws IOException, SQLException {
        List<String> given = List.of(arguments);
        Path path = Path.of(given.get(0));
        Size size = Size.of(given.subList(1, given.size()));
        try (BigServer empty = BigServer.start(path)) {
            System.out.println("The demo's own clinics are there: " + empty.address());
        }
        try (Closing closing = new Closing()) {
            DataFolder folder = closing.add(DataFolder.open(path));
            EmbeddedDatabase postgres = closing.add(EmbeddedDatabase.start(folder));
            DatabaseUrl owner = postgres.asOwner();
            try (Connection connection = DriverManager.getConnection(
                    owner.login().jdbcUrl(),
                    owner.login().user(),
                    owner.login().password().orElseThrow())) {
                new Filling(connection, size, Instant.now()).fill();
                Database database =
                        closing.add(Databases.open(postgres.asApplication(), CONNECTIONS, InstantSource.system()));
                count(database);
                verify(database);
                connection.createStatement().execute("VACUUM ANALYZE");
            }
        }
    }

    /** The chains are as a server would have made them, or it is no data to measure on; looked at are the longest. */
    private static void verify(Database database) {
        long begun = System.nanoTime();
        Chains chains = database.audit().chains();
        Verification verification = new ChainVerifier(chains, InstantSource.system());
        long entries = 0;
        List<Head> longest = chains.heads().stream()
                .sorted(Comparator.comparingLong(Head::position).reversed())
                .limit(VERIFIED)
                .toList();
        for (Head head : longest) {
            Verdict verdict = verification.verify(head.chain(), List.of());
            if (!(verdict instanceof Verdict.Intact intact)) {
                throw new IllegalStateException("made wrong: " + verdict);
            }
            entries += intact.entries();
        }
        System.out.printf(
                "%-14s %6.1f s, %d entries in %d chains%n",
                "verified", (System.nanoTime() - begun) / 1e9, entries, longest.size());
    }

    private static void count(Database database) {
        long begun = System.nanoTime();
        CallFigures figures = database.staff().figures();
        int days = 0;
        for (int more = figures.count(Instant.now()); more > 0; more = figures.count(Instant.now())) {
            days += more;
        }
        System.out.printf("%-14s %6.1f s, %d days of clinics%n", "figures", (System.nanoTime() - begun) / 1e9, days);
    }
}
