package ca.vitaravox.postgres.call;

import ca.vitaravox.ports.call.CallLog;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.call.CallLogContract;
import ca.vitaravox.postgres.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresCallLogTest extends CallLogContract {
    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    @Override
    protected CallLog callLog() {
        return POSTGRES.database().callLog();
    }

    @Override
    protected ClinicId newClinic() {
        return POSTGRES.newClinic();
    }
}
