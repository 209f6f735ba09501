package ca.vitaravox.postgres.call;

import ca.vitaravox.ports.call.CallLog;
import ca.vitaravox.ports.contract.OpenEnvelope;
import ca.vitaravox.ports.contract.call.CallLogContract;
import ca.vitaravox.postgres.OnPostgres;

class PostgresCallLogTest extends CallLogContract implements OnPostgres {
    @Override
    protected CallLog callLog() {
        return POSTGRES.database().callLog(new OpenEnvelope());
    }
}
