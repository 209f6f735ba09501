package ca.vitaravox.postgres.access;

import ca.vitaravox.ports.access.LoginAttempts;
import ca.vitaravox.ports.access.SecondFactors;
import ca.vitaravox.ports.access.SessionLedger;
import ca.vitaravox.ports.access.Users;
import ca.vitaravox.ports.contract.access.UsersContract;
import ca.vitaravox.postgres.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresUsersTest extends UsersContract {
    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    @Override
    protected Users users() {
        return POSTGRES.database().access().users();
    }

    @Override
    protected SecondFactors factors() {
        return POSTGRES.database().access().secondFactors();
    }

    @Override
    protected SessionLedger sessions() {
        return POSTGRES.database().access().sessionLedger();
    }

    @Override
    protected LoginAttempts attempts() {
        return POSTGRES.database().access().loginAttempts();
    }
}
