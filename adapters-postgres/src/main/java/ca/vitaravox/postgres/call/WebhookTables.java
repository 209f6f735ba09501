package ca.vitaravox.postgres.call;

import ca.vitaravox.ports.call.SeenSignatures;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.ClinicWebhooks;
import ca.vitaravox.ports.clinic.SealedSecrets;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import ca.vitaravox.postgres.clinic.PostgresClinicWebhooks;
import ca.vitaravox.postgres.clinic.PostgresWebhookSecrets;

/** What is kept of who may speak to the webhook: one method per driven port. Thread-safe. */
public final class WebhookTables {
    private final PostgresClinicWebhooks clinicWebhooks;
    private final SealedSecrets secrets;
    private final SeenSignatures signatures;

    /** Over these tables. */
    public WebhookTables(ClinicTransactions transactions, ClinicDirectory clinics) {
        clinicWebhooks = new PostgresClinicWebhooks(transactions);
        secrets = new PostgresWebhookSecrets(clinicWebhooks, clinics);
        signatures = new PostgresSeenSignatures(transactions);
    }

    /** The secrets that clinics have of their own; a change made by another server is seen after 10 seconds at most. */
    public ClinicWebhooks clinicWebhooks() {
        return clinicWebhooks;
    }

    /** The same, to be sealed anew. */
    public SealedSecrets secrets() {
        return secrets;
    }

    /** The signatures that requests came in with. */
    public SeenSignatures signatures() {
        return signatures;
    }
}
