package ca.vitaravox.postgres.booking;

import ca.vitaravox.ports.booking.EmrSchedules;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.booking.EmrSchedulesContract;
import ca.vitaravox.postgres.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresEmrSchedulesTest extends EmrSchedulesContract {
    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    @Override
    protected EmrSchedules schedules() {
        return POSTGRES.database().emrTables().schedules();
    }

    @Override
    protected ClinicId newClinic() {
        return POSTGRES.newClinic();
    }
}
