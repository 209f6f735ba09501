package ca.vitaravox.postgres.call;

import ca.vitaravox.ports.call.TransferLedger;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.call.TransferLedgerContract;
import ca.vitaravox.postgres.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresTransferLedgerTest extends TransferLedgerContract {
    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    @Override
    protected TransferLedger transferLedger() {
        return POSTGRES.database().transferLedger();
    }

    @Override
    protected ClinicId newClinic() {
        return POSTGRES.newClinic();
    }
}
