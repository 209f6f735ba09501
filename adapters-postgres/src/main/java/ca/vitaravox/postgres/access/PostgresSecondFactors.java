package ca.vitaravox.postgres.access;

import ca.vitaravox.ports.access.SecondFactors;
import ca.vitaravox.ports.access.SessionId;
import ca.vitaravox.ports.access.UserId;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Second factors: a column of the user's row, and the recovery codes that are left. */
final class PostgresSecondFactors implements SecondFactors {
    private final ClinicTransactions transactions;

    /** The second factors of all users. */
    PostgresSecondFactors(ClinicTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void set(
            UserId user, String sealedSecret, long step, Set<String> recoveryHashes, SessionId session, Instant now) {
        transactions.inAccess(handle -> {
            keep(handle, user, Optional.of(sealedSecret), Optional.of(step));
            handle.createUpdate("INSERT INTO recovery_codes (user_id, code_hash) SELECT :user, unnest(:hashes)")
                    .bind("user", user.value())
                    .bindArray("hashes", String.class, recoveryHashes)
                    .execute();
            PostgresUsers.endSessions(handle, user, Optional.of(session));
            return handle.createUpdate(
                            "UPDATE sessions SET second_factor = true WHERE session_id = :session AND user_id = :user")
                    .bind("session", session.value())
                    .bind("user", user.value())
                    .execute();
        });
    }

    private static void keep(Handle handle, UserId user, Optional<String> sealedSecret, Optional<Long> step) {
        handle.createUpdate("""
                        UPDATE users SET totp_secret = :secret, totp_step = :step, version = version + 1
                         WHERE user_id = :user
                        """)
                .bind("secret", sealedSecret)
                .bind("step", step)
                .bind("user", user.value())
                .execute();
        handle.createUpdate("DELETE FROM recovery_codes WHERE user_id = :user")
                .bind("user", user.value())
                .execute();
    }

    @Override
    public boolean use(UserId user, long step) {
        return transactions.inAccess(handle ->
                handle.createUpdate("UPDATE users SET totp_step = :step WHERE user_id = :user AND totp_step < :step")
                                .bind("user", user.value())
                                .bind("step", step)
                                .execute()
                        == 1);
    }

    @Override
    public boolean useRecoveryCode(UserId user, String hash, Instant now) {
        return transactions.inAccess(
                handle -> handle.createUpdate("DELETE FROM recovery_codes WHERE user_id = :user AND code_hash = :hash")
                                .bind("user", user.value())
                                .bind("hash", hash)
                                .execute()
                        == 1);
    }

    @Override
    public void remove(UserId user, Instant now) {
        transactions.inAccess(handle -> {
            keep(handle, user, Optional.empty(), Optional.empty());
            PostgresUsers.endSessions(handle, user, Optional.empty());
            return user;
        });
    }
}
