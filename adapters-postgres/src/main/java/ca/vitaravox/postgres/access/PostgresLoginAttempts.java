package ca.vitaravox.postgres.access;

import ca.vitaravox.ports.access.LoginAttempts;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import ca.vitaravox.postgres.clinic.Columns;
import java.time.Duration;
import java.time.Instant;

/** Attempts to log in; the row of an address is what lets attempts at once be counted one after the other. */
final class PostgresLoginAttempts implements LoginAttempts {
    private final ClinicTransactions transactions;

    /** The attempts of everybody. */
    PostgresLoginAttempts(ClinicTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public boolean begin(String address, Instant now) {
        return transactions.inAccess(handle -> handle.createQuery("""
                        INSERT INTO login_attempts AS a (address, attempts, until) VALUES (:address, 1, :until)
                        ON CONFLICT (address) DO UPDATE
                           SET attempts = CASE WHEN a.until <= :now THEN 1 ELSE least(a.attempts, :most) + 1 END,
                               until = CASE WHEN a.until > :now AND a.attempts >= :most THEN a.until ELSE :until END
                        RETURNING attempts
                        """)
                        .bind("address", address)
                        .bind("most", MOST)
                        .bind("now", Columns.moment(now))
                        .bind("until", Columns.moment(now.plus(Duration.ofMinutes(CLOSED_MINUTES))))
                        .mapTo(Integer.class)
                        .one()
                <= MOST);
    }

    @Override
    public void forget(String address) {
        transactions.inAccess(handle -> handle.createUpdate("DELETE FROM login_attempts WHERE address = :address")
                .bind("address", address)
                .execute());
    }
}
