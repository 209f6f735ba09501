package ca.vitaravox.postgres.booking;

import ca.vitaravox.ports.booking.BookingJournal;
import ca.vitaravox.ports.booking.HoldLedger;
import ca.vitaravox.ports.booking.UnfinishedWrites;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.booking.UnfinishedWritesContract;
import ca.vitaravox.postgres.TestDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresUnfinishedWritesTest extends UnfinishedWritesContract {
    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    /** The queue is of all clinics, so those of the other tests would be taken too. */
    @BeforeEach
    void emptyTheQueue() throws SQLException {
        POSTGRES.administer("DELETE FROM unfinished_writes");
    }

    @Override
    protected HoldLedger holdLedger() {
        return POSTGRES.database().holdLedger();
    }

    @Override
    protected BookingJournal bookingJournal() {
        return POSTGRES.database().bookingJournal();
    }

    @Override
    protected UnfinishedWrites unfinishedWrites() {
        return POSTGRES.database().unfinishedWrites();
    }

    @Override
    protected ClinicId newClinic() {
        return POSTGRES.newClinic();
    }
}
