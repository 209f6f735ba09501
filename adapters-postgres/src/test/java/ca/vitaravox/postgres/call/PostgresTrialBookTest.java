package ca.vitaravox.postgres.call;

import ca.vitaravox.ports.call.TrialBook;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.OpenEnvelope;
import ca.vitaravox.ports.contract.call.TrialBookContract;
import ca.vitaravox.postgres.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresTrialBookTest extends TrialBookContract {
    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    @Override
    protected TrialBook book() {
        return POSTGRES.database().staff().trials(new OpenEnvelope());
    }

    @Override
    protected ClinicId newClinic() {
        return POSTGRES.newClinic();
    }
}
