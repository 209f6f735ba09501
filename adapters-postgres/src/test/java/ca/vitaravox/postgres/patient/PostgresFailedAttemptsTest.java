package ca.vitaravox.postgres.patient;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.patient.FailedAttemptsContract;
import ca.vitaravox.ports.patient.FailedAttempts;
import ca.vitaravox.postgres.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresFailedAttemptsTest extends FailedAttemptsContract {
    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    @Override
    protected FailedAttempts failedAttempts() {
        return POSTGRES.database().failedAttempts();
    }

    @Override
    protected ClinicId newClinic() {
        return POSTGRES.newClinic();
    }
}
