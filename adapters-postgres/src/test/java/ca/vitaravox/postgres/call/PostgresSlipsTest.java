package ca.vitaravox.postgres.call;

import ca.vitaravox.ports.call.Slips;
import ca.vitaravox.ports.contract.call.SlipsContract;
import ca.vitaravox.postgres.OnPostgres;

class PostgresSlipsTest extends SlipsContract implements OnPostgres {
    @Override
    protected Slips slips() {
        return POSTGRES.database().slips();
    }
}
