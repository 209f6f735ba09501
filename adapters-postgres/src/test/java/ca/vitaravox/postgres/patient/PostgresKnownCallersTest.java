package ca.vitaravox.postgres.patient;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.patient.KnownCallersContract;
import ca.vitaravox.ports.patient.KnownCallers;
import ca.vitaravox.postgres.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresKnownCallersTest extends KnownCallersContract {
    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    @Override
    protected KnownCallers knownCallers() {
        return POSTGRES.database().knownCallers();
    }

    @Override
    protected ClinicId newClinic() {
        return POSTGRES.newClinic();
    }
}
