package ca.vitaravox.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.audit.ChainName;
import ca.vitaravox.ports.audit.Hash;
import ca.vitaravox.ports.audit.Link;
import ca.vitaravox.ports.clinic.ClinicId;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Trails that were written before there were chains. */
class ChainingOldTrailsTest {
    private static final String BEFORE_CHAINS = "17";

    /** As the version before writes, and goes on writing until it is replaced. */
    private static final String OLD_ENTRY = """
            INSERT INTO audit (
                clinic_id, at, call_id, relationship, job, user_id, session_id, action, chart, subject, result)
            VALUES ('%s', '%s', 'c', 'self', NULL, NULL, NULL, 'view_chart', '1', NULL, 'done')
            """;

    private static final String OLD_EVENT =
            "INSERT INTO access_trail (at, action, by_user, user_id, session_id, result)"
                    + " VALUES ('2026-01-05T17:00:00Z', 'login', NULL, 'u', NULL, 'refused')";

    @RegisterExtension
    static final Server PROVIDED = new Server();

    private TestServer server;
    private String name;

    static final class Server implements BeforeAllCallback {
        private TestServer server;

        @Override
        public void beforeAll(ExtensionContext context) {
            server = TestDatabase.server(context);
        }
    }

    @BeforeEach
    void createOldDatabase() throws SQLException {
        server = PROVIDED.server;
        name = server.createEmptyDatabase();
        DatabaseLogin owner = server.login(name, TestServer.OWNER);
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(owner.jdbcUrl(), owner.user(), owner.password().orElseThrow())
                .locations("classpath:db/migration")
                .target(BEFORE_CHAINS)
                .load()
                .migrate();
    }

    @AfterEach
    void dropDatabase() throws SQLException {
        server.dropDatabase(name);
    }

    private static String clinic(String id) {
        return "INSERT INTO clinics " + SampleRows.all().get("clinics").replace("?", "'" + id + "'");
    }

    private static void assertWhole(List<Link> links, int entries) {
        assertEquals(entries, links.size());
        Hash previous = Hash.NONE;
        for (Link link : links) {
            assertTrue(link.isWhole());
            assertEquals(previous, link.previous());
            previous = link.hash();
        }
    }

    @Test
    void entries_written_before_are_chained_in_their_order_and_so_is_what_the_version_before_still_writes()
            throws SQLException {
        server.administer(
                name,
                clinic("ours"),
                clinic("theirs"),
                OLD_ENTRY.formatted("ours", "2025-12-31T23:59:59Z"),
                OLD_ENTRY.formatted("theirs", "2026-01-05T17:00:00Z"),
                OLD_ENTRY.formatted("ours", "2026-01-05T17:00:00Z"),
                OLD_EVENT);

        Migrations.run(server.login(name, TestServer.OWNER));
        server.administer(
                name,
                "GRANT vitaravox_app TO " + TestServer.APPLICATION,
                "SET ROLE " + TestServer.APPLICATION,
                "SET vitaravox.clinic_id = 'ours'",
                OLD_ENTRY.formatted("ours", "2026-01-06T17:00:00Z"),
                "SET vitaravox.access = 'on'",
                OLD_EVENT);

        try (Database database = Database.open(
                new DatabaseSettings(
                        server.login(name, TestServer.APPLICATION), 2, Duration.ofSeconds(5), Duration.ofSeconds(5)),
                InstantSource.system())) {
            List<Link> ours = database.audit().chains().links(ChainName.of(new ClinicId("ours")), 1, 10);
            assertWhole(ours, 3);
            assertEquals(
                    List.of("2025-12-31", "2026-01-05", "2026-01-06"),
                    ours.stream()
                            .map(link -> link.texts().get(0).orElseThrow().substring(0, 10))
                            .toList());
            assertEquals(Optional.of("demo"), ours.get(0).texts().get(10));
            assertWhole(database.audit().chains().links(ChainName.of(new ClinicId("theirs")), 1, 10), 1);
            assertWhole(database.audit().chains().links(ChainName.ACCESS, 1, 10), 2);
        }
        server.administer(name, "SELECT 1 / count(*) FROM audit_2025_12", "SELECT 1 / count(*) FROM audit_2026_01");
    }
}
