package ca.vitaravox.postgres.call;

import ca.vitaravox.ports.call.TransferLedger;
import ca.vitaravox.ports.contract.call.TransferLedgerContract;
import ca.vitaravox.postgres.OnPostgres;

class PostgresTransferLedgerTest extends TransferLedgerContract implements OnPostgres {
    @Override
    protected TransferLedger transferLedger() {
        return POSTGRES.database().transferLedger();
    }
}
