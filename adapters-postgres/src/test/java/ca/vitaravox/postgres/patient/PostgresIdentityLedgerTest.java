package ca.vitaravox.postgres.patient;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.patient.IdentityLedgerContract;
import ca.vitaravox.ports.patient.IdentityLedger;
import ca.vitaravox.postgres.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresIdentityLedgerTest extends IdentityLedgerContract {
    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    @Override
    protected IdentityLedger identityLedger() {
        return POSTGRES.database().identityLedger();
    }

    @Override
    protected ClinicId newClinic() {
        return POSTGRES.newClinic();
    }
}
