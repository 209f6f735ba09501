package ca.vitaravox.domain.call;

import ca.vitaravox.ports.call.CallLog;
import ca.vitaravox.ports.contract.call.CallLogContract;

class InMemoryCallLogTest extends CallLogContract {
    private final InMemoryCallLog log = new InMemoryCallLog();

    @Override
    protected CallLog callLog() {
        return log;
    }
}
