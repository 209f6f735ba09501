package ca.vitaravox.postgres.booking;

import ca.vitaravox.ports.booking.BookingJournal;
import ca.vitaravox.ports.booking.HoldLedger;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.booking.RoomOfPatientsContract;
import ca.vitaravox.postgres.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresRoomOfPatientsTest extends RoomOfPatientsContract {
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
}
