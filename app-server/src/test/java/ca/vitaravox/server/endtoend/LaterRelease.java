package ca.vitaravox.server.endtoend;

import ca.vitaravox.server.testing.OwnDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What the next release may do to the tables of this one: it only adds, but adds to each of them. */
final class LaterRelease {
    private static final int ITS_MIGRATION = 9_999;

    private LaterRelease() {}

    /** Migrates while servers run. Each table by itself, as migrations do it: one that waits for two would wait in a circle. */
    static void migrate(OwnDatabase database) throws SQLException {
        try (Connection owner = database.asOwner("");
                Statement sql = owner.createStatement()) {
            for (String table : tables(sql)) {
                sql.execute("ALTER TABLE " + table + " ADD COLUMN of_a_later_release text NOT NULL DEFAULT 'later'");
            }
            sql.execute("CREATE TABLE of_a_later_release (id text PRIMARY KEY)");
            sql.execute("INSERT INTO flyway_schema_history SELECT installed_rank + 1, '" + ITS_MIGRATION
                    + "', 'of a later release', type, 'V9999__later.sql', checksum, installed_by, installed_on,"
                    + " execution_time, success FROM flyway_schema_history ORDER BY installed_rank DESC LIMIT 1");
        }
    }

    private static List<String> tables(Statement sql) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet names = sql.executeQuery("SELECT relname FROM pg_class WHERE relkind IN ('r', 'p')"
                + " AND relnamespace = 'public'::regnamespace AND NOT relispartition"
                + " AND relname <> 'flyway_schema_history' ORDER BY relname")) {
            while (names.next()) {
                tables.add(names.getString(1));
            }
        }
        return tables;
    }
}
