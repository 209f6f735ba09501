package ca.vitaravox.domain.patient;

import ca.vitaravox.ports.contract.patient.FailedAttemptsContract;
import ca.vitaravox.ports.patient.FailedAttempts;

class InMemoryFailedAttemptsTest extends FailedAttemptsContract {
    private final InMemoryFailedAttempts attempts = new InMemoryFailedAttempts();

    @Override
    protected FailedAttempts failedAttempts() {
        return attempts;
    }
}
