package ca.vitaravox.postgres.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.vitaravox.ports.call.SeenSignatures;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.call.SeenSignaturesContract;
import ca.vitaravox.postgres.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresSeenSignaturesTest extends SeenSignaturesContract {
    private static final Instant NOW = TestDatabase.NOW;

    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    @Override
    protected SeenSignatures seenSignatures() {
        return POSTGRES.database().webhooks().signatures();
    }

    @Override
    public ClinicId newClinic() {
        return POSTGRES.newClinic();
    }

    private static int rows(ClinicId clinic) throws SQLException {
        try (Connection connection = POSTGRES.asSuperuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT count(*) FROM seen_signatures WHERE clinic_id = '" + clinic + "'")) {
            row.next();
            return row.getInt(1);
        }
    }

    @Test
    void there_are_never_more_than_come_while_one_is_fresh() throws SQLException {
        ClinicId clinic = newClinic();
        Instant now = NOW;
        for (int n = 0; n < 200; n++) {
            now = NOW.plusSeconds(10L * n);
            seenSignatures().take(clinic, "s" + n, now, now.plusSeconds(600));
        }
        assertEquals(60, rows(clinic), "ten minutes of one every ten seconds");
    }
}
