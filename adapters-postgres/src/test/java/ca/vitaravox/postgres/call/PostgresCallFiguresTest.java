package ca.vitaravox.postgres.call;

import ca.vitaravox.ports.call.CallFigures;
import ca.vitaravox.ports.call.CallLog;
import ca.vitaravox.ports.contract.OpenEnvelope;
import ca.vitaravox.ports.contract.call.CallFiguresContract;
import ca.vitaravox.postgres.OnPostgres;

class PostgresCallFiguresTest extends CallFiguresContract implements OnPostgres {
    @Override
    protected CallFigures figures() {
        return POSTGRES.database().staff().figures();
    }

    @Override
    protected CallLog callLog() {
        return POSTGRES.database().callLog(new OpenEnvelope());
    }
}
