package ca.vitaravox.domain.call;

import ca.vitaravox.ports.call.TransferPlans;
import ca.vitaravox.ports.contract.call.TransferPlansContract;

class InMemoryTransferPlansTest extends TransferPlansContract {
    @Override
    protected TransferPlans transferPlans() {
        return new InMemoryTransferPlans();
    }
}
