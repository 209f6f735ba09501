package ca.vitaravox.postgres.booking;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.booking.BookingJournal;
import ca.vitaravox.ports.booking.HoldLedger;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.booking.HoldLedgerContract;
import ca.vitaravox.postgres.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresHoldLedgerTest extends HoldLedgerContract {
    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    @Override
    protected HoldLedger holdLedger() {
        return POSTGRES.database().holdLedger();
    }

    @Override
    protected BookingJournal bookingJournal() {
        return POSTGRES.database().bookingJournal();
    }

    @Override
    protected ClinicId newClinic() {
        return POSTGRES.newClinic();
    }

    /** The planner, asked while the table is empty, would read all that blocks in the clinic if it could. */
    @Test
    void what_blocks_a_providers_time_is_not_looked_up_in_the_index_of_the_constraint() throws SQLException {
        try (Connection connection = POSTGRES.asApplication();
                Statement statement = connection.createStatement();
                ResultSet plan = statement.executeQuery("""
                        EXPLAIN SELECT slot_id FROM slots
                         WHERE clinic_id = 'c' AND blocks AND provider_id = ANY ('{101,102}')
                           AND starts < '2026-03-03T18:00:00Z' AND ends > '2026-03-03T17:00:00Z'
                        """)) {
            StringBuilder whole = new StringBuilder();
            while (plan.next()) {
                whole.append(plan.getString(1)).append('\n');
            }
            assertTrue(whole.indexOf("slots_blocking") >= 0, whole::toString);
        }
    }
}
