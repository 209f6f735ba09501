package ca.vitaravox.postgres.call;

import ca.vitaravox.ports.call.Slips;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.call.SlipsContract;
import ca.vitaravox.postgres.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresSlipsTest extends SlipsContract {
    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    @Override
    protected Slips slips() {
        return POSTGRES.database().slips();
    }

    @Override
    protected ClinicId newClinic() {
        return POSTGRES.newClinic();
    }
}
