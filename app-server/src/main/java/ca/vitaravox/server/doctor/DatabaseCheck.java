package ca.vitaravox.server.doctor;

import ca.vitaravox.postgres.Database;
import java.time.Duration;
import java.util.List;

/** Whether the database answers; that it and our role in it are fit was seen when it was opened. */
final class DatabaseCheck implements Check {
    static final String ABOUT = "database";
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Database database;

    DatabaseCheck(Database database) {
        this.database = database;
    }

    @Override
    public List<Finding> look() {
        return List.of(database.connections()
                .check(PATIENCE)
                .map(took -> Finding.good(ABOUT, "answers in " + took.toMillis() + " ms."))
                .orElseGet(() -> Finding.bad(ABOUT, "does not answer any more: see whether it still runs.")));
    }
}
