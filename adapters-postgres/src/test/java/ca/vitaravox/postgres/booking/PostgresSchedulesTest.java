package ca.vitaravox.postgres.booking;

import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.booking.ScheduleSettings;
import ca.vitaravox.ports.booking.Schedules;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.booking.SchedulesContract;
import ca.vitaravox.postgres.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresSchedulesTest extends SchedulesContract {
    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    @Override
    protected Schedules schedules() {
        return POSTGRES.database().schedules();
    }

    @Override
    protected ScheduleSettings scheduleSettings() {
        return POSTGRES.database().scheduleSettings();
    }

    @Override
    protected Deadline inTime() {
        return POSTGRES.inTime();
    }

    @Override
    protected ClinicId newClinic() {
        return POSTGRES.newClinic();
    }
}
