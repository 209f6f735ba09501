package ca.vitaravox.postgres.patient;

import ca.vitaravox.ports.contract.patient.IdentityLedgerContract;
import ca.vitaravox.ports.patient.IdentityLedger;
import ca.vitaravox.postgres.OnPostgres;

class PostgresIdentityLedgerTest extends IdentityLedgerContract implements OnPostgres {
    @Override
    protected IdentityLedger identityLedger() {
        return POSTGRES.database().identityLedger();
    }
}
