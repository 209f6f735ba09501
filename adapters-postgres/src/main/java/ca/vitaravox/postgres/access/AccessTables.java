package ca.vitaravox.postgres.access;

import ca.vitaravox.ports.access.AccessTrail;
import ca.vitaravox.ports.access.LoginAttempts;
import ca.vitaravox.ports.access.SecondFactors;
import ca.vitaravox.ports.access.SessionLedger;
import ca.vitaravox.ports.access.Users;
import ca.vitaravox.ports.clinic.SealedSecrets;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import java.time.Instant;

/** Who gets into the administration, in the database: one method per driven port. Thread-safe. */
public final class AccessTables {
    private final ClinicTransactions transactions;

    /** The tables that are no clinic's. */
    public AccessTables(ClinicTransactions transactions) {
        this.transactions = transactions;
    }

    /** The users of the administration. */
    public Users users() {
        return new PostgresUsers(transactions);
    }

    /** Their second factors. */
    public SecondFactors secondFactors() {
        return new PostgresSecondFactors(transactions);
    }

    /** The sealed secrets of their second factors. */
    public SealedSecrets secondFactorSecrets() {
        return new PostgresSecondFactorSecrets(transactions);
    }

    /** Their sessions. */
    public SessionLedger sessionLedger() {
        return new PostgresSessionLedger(transactions);
    }

    /** Attempts to log in. */
    public LoginAttempts loginAttempts() {
        return new PostgresLoginAttempts(transactions);
    }

    /** The trail of who got in, and of who changed whose access. */
    public AccessTrail accessTrail() {
        return new PostgresAccessTrail(transactions);
    }

    /**
     * Removes sessions that are over and attempts that are forgotten, a bounded number at a time.
     *
     * @return how many rows were removed; while there are any, there may be more
     */
    public int retention(Instant now) {
        return new AccessRetention(transactions).run(now);
    }
}
