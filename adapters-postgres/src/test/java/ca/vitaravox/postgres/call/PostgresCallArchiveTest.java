package ca.vitaravox.postgres.call;

import ca.vitaravox.ports.call.CallArchive;
import ca.vitaravox.ports.call.CallLog;
import ca.vitaravox.ports.contract.OpenEnvelope;
import ca.vitaravox.ports.contract.call.CallArchiveContract;
import ca.vitaravox.postgres.OnPostgres;

class PostgresCallArchiveTest extends CallArchiveContract implements OnPostgres {
    @Override
    protected CallArchive archive() {
        return POSTGRES.database().staff().calls();
    }

    @Override
    protected CallLog callLog() {
        return POSTGRES.database().callLog(new OpenEnvelope());
    }
}
