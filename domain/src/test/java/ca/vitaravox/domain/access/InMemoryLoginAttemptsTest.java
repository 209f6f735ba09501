package ca.vitaravox.domain.access;

import ca.vitaravox.ports.access.LoginAttempts;
import ca.vitaravox.ports.access.SecondFactors;
import ca.vitaravox.ports.access.SessionLedger;
import ca.vitaravox.ports.access.Users;
import ca.vitaravox.ports.contract.access.LoginAttemptsContract;

class InMemoryLoginAttemptsTest extends LoginAttemptsContract {
    private final InMemoryAccess access = new InMemoryAccess();
    private final InMemoryLoginAttempts attempts = new InMemoryLoginAttempts();

    @Override
    protected Users users() {
        return access;
    }

    @Override
    protected SecondFactors factors() {
        return access;
    }

    @Override
    protected SessionLedger sessions() {
        return access;
    }

    @Override
    protected LoginAttempts attempts() {
        return attempts;
    }
}
