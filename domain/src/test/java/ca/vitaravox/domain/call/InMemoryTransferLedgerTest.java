package ca.vitaravox.domain.call;

import ca.vitaravox.ports.call.TransferLedger;
import ca.vitaravox.ports.contract.call.TransferLedgerContract;

class InMemoryTransferLedgerTest extends TransferLedgerContract {
    @Override
    protected TransferLedger transferLedger() {
        return new InMemoryTransferLedger();
    }
}
