package ca.vitaravox.domain.patient;

import ca.vitaravox.ports.contract.patient.IdentityLedgerContract;
import ca.vitaravox.ports.patient.IdentityLedger;

class InMemoryIdentityLedgerTest extends IdentityLedgerContract {
    private final InMemoryIdentityLedger ledger = new InMemoryIdentityLedger();

    @Override
    protected IdentityLedger identityLedger() {
        return ledger;
    }
}
