package ca.vitaravox.postgres.access;

import ca.vitaravox.ports.clinic.SealedSecrets;
import ca.vitaravox.ports.clinic.SecretPlace;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import java.util.List;
import java.util.Optional;

/** The sealed secrets of second factors, to be sealed anew. */
final class PostgresSecondFactorSecrets implements SealedSecrets {
    private static final String OWNER = "user/";
    private static final String FIELD = "totp";

    private final ClinicTransactions transactions;

    /** Those of all users. */
    PostgresSecondFactorSecrets(ClinicTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<Sealed> page(Optional<SecretPlace> after, int most) {
        return transactions.inAccess(handle -> handle.createQuery("""
                        SELECT user_id, totp_secret FROM users
                         WHERE totp_secret IS NOT NULL AND user_id > :after COLLATE "C"
                         ORDER BY user_id COLLATE "C" LIMIT :most
                        """)
                .bind("after", after.map(PostgresSecondFactorSecrets::user).orElse(""))
                .bind("most", most)
                .map((row, context) -> new Sealed(
                        new SecretPlace(OWNER + row.getString("user_id"), FIELD), row.getString("totp_secret")))
                .list());
    }

    private static String user(SecretPlace place) {
        return place.owner().substring(OWNER.length());
    }

    @Override
    public boolean replace(Sealed kept, String anew) {
        return transactions.inAccess(handle -> handle.createUpdate(
                                "UPDATE users SET totp_secret = :anew WHERE user_id = :user AND totp_secret = :kept")
                        .bind("anew", anew)
                        .bind("user", user(kept.place()))
                        .bind("kept", kept.text())
                        .execute()
                == 1);
    }
}
