package ca.vitaravox.postgres.clinic;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ClinicWebhooks;
import ca.vitaravox.ports.clinic.WebhookAuth;
import ca.vitaravox.ports.clinic.WebhookSecrets;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;

/** The webhook secrets of clinics, remembered as they are sealed for as long as the lines they are for. */
public final class PostgresClinicWebhooks implements ClinicWebhooks {
    private static final Duration REMEMBERED = Duration.ofSeconds(10);
    private static final int MOST_REMEMBERED = 10_000;

    private static final String READ = "SELECT auth, secret, previous FROM clinic_webhooks WHERE clinic_id = :clinic";
    private static final String ADD = """
            INSERT INTO clinic_webhooks (clinic_id, auth, secret, previous)
            VALUES (:clinic, :auth, :secret, :previous) ON CONFLICT DO NOTHING
            """;
    private static final String AS_BEFORE = """
             WHERE clinic_id = :clinic AND auth = :was_auth AND secret = :was_secret
               AND previous IS NOT DISTINCT FROM CAST(:was_previous AS text)
            """;
    private static final String CHANGE =
            "UPDATE clinic_webhooks SET auth = :auth, secret = :secret, previous = :previous" + AS_BEFORE;
    private static final String REMOVE = "DELETE FROM clinic_webhooks" + AS_BEFORE;

    private final ClinicTransactions transactions;
    private final Cache<ClinicId, Optional<WebhookSecrets>> known = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterWrite(REMEMBERED)
            .build();

    /** Those of all clinics. */
    public PostgresClinicWebhooks(ClinicTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<WebhookSecrets> secrets(ClinicId clinic) {
        return known.get(clinic, this::read);
    }

    /** As they are at this moment. */
    Optional<WebhookSecrets> read(ClinicId clinic) {
        return transactions.queryInClinic(clinic, READ, query -> {}, row -> read(row)).stream()
                .findFirst();
    }

    private static WebhookSecrets read(ResultSet row) throws SQLException {
        return new WebhookSecrets(
                Columns.constant(WebhookAuth.class, row.getString("auth")),
                row.getString("secret"),
                Columns.someText(row, "previous"));
    }

    @Override
    public boolean replace(ClinicId clinic, Optional<WebhookSecrets> before, Optional<WebhookSecrets> after) {
        boolean replaced = before.equals(after)
                ? read(clinic).equals(before)
                : transactions.inClinic(clinic, handle -> {
                    var change = handle.createUpdate(before.isEmpty() ? ADD : after.isEmpty() ? REMOVE : CHANGE)
                            .bind("clinic", clinic.value());
                    before.ifPresent(secrets -> bind(change, "was_", secrets));
                    after.ifPresent(secrets -> bind(change, "", secrets));
                    return change.execute() == 1;
                });
        known.invalidate(clinic);
        return replaced;
    }

    private static void bind(SqlStatement<?> statement, String prefix, WebhookSecrets secrets) {
        statement
                .bind(prefix + "auth", Columns.word(secrets.auth()))
                .bind(prefix + "secret", secrets.secret())
                .bind(prefix + "previous", secrets.previous().orElse(null));
    }
}
