package ca.vitaravox.postgres.call;

import ca.vitaravox.ports.call.TransferPlans;
import ca.vitaravox.ports.contract.call.TransferPlansContract;
import ca.vitaravox.postgres.OnPostgres;

class PostgresTransferPlansTest extends TransferPlansContract implements OnPostgres {
    @Override
    protected TransferPlans transferPlans() {
        return POSTGRES.database().transferPlans();
    }
}
