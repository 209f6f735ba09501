package ca.vitaravox.postgres.clinic;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.EmrConnections;
import ca.vitaravox.ports.contract.clinic.EmrConnectionsContract;
import ca.vitaravox.postgres.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresEmrConnectionsTest extends EmrConnectionsContract {
    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    @Override
    protected EmrConnections connections() {
        return POSTGRES.database().emrTables().connections();
    }

    @Override
    protected ClinicId newClinic() {
        return POSTGRES.newClinic();
    }
}
