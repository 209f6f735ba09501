package ca.vitaravox.postgres.call;

import ca.vitaravox.ports.call.TransferPlans;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.call.TransferPlansContract;
import ca.vitaravox.postgres.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresTransferPlansTest extends TransferPlansContract {
    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    @Override
    protected TransferPlans transferPlans() {
        return POSTGRES.database().transferPlans();
    }

    @Override
    protected ClinicId newClinic() {
        return POSTGRES.newClinic();
    }
}
