package ca.vitaravox.postgres.patient;

import ca.vitaravox.ports.contract.patient.FailedAttemptsContract;
import ca.vitaravox.ports.patient.FailedAttempts;
import ca.vitaravox.postgres.OnPostgres;

class PostgresFailedAttemptsTest extends FailedAttemptsContract implements OnPostgres {
    @Override
    protected FailedAttempts failedAttempts() {
        return POSTGRES.database().failedAttempts();
    }
}
