package ca.vitaravox.postgres.patient;

import ca.vitaravox.ports.contract.patient.KnownCallersContract;
import ca.vitaravox.ports.patient.KnownCallers;
import ca.vitaravox.postgres.OnPostgres;

class PostgresKnownCallersTest extends KnownCallersContract implements OnPostgres {
    @Override
    protected KnownCallers knownCallers() {
        return POSTGRES.database().knownCallers();
    }
}
