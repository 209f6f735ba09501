package ca.vitaravox.postgres.booking;

import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.booking.Appointments;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.booking.SilentEmrContract;
import ca.vitaravox.ports.patient.Charts;
import ca.vitaravox.postgres.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class SilentDemoEmrTest extends SilentEmrContract {
    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    private Connection locker;

    @Override
    protected Charts charts() {
        return POSTGRES.database().charts();
    }

    @Override
    protected Appointments appointments() {
        return POSTGRES.database().appointments();
    }

    @Override
    protected void fallSilent(ClinicId ofClinic) {
        try {
            locker = POSTGRES.asSuperuser();
            locker.setAutoCommit(false);
            try (Statement lock = locker.createStatement()) {
                lock.execute("LOCK TABLE demo_charts, demo_appointments");
            }
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @AfterEach
    void speakAgain() throws SQLException {
        locker.close();
    }

    @Override
    protected Deadline soon() {
        return new Deadline(TestDatabase.NOW.plusMillis(50));
    }

    @Override
    protected ClinicId newClinic() {
        return POSTGRES.newClinic();
    }
}
