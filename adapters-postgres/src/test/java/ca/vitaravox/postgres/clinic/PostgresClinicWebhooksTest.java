package ca.vitaravox.postgres.clinic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ClinicWebhooks;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.Line;
import ca.vitaravox.ports.clinic.SealedSecrets;
import ca.vitaravox.ports.clinic.SealedSecrets.Sealed;
import ca.vitaravox.ports.clinic.WebhookAuth;
import ca.vitaravox.ports.clinic.WebhookSecrets;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.ports.contract.clinic.ClinicWebhooksContract;
import ca.vitaravox.postgres.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresClinicWebhooksTest extends ClinicWebhooksContract {
    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    @Override
    protected ClinicWebhooks clinicWebhooks() {
        return POSTGRES.database().webhooks().clinicWebhooks();
    }

    @Override
    public ClinicId newClinic() {
        return POSTGRES.newClinic();
    }

    private ClinicId withSecrets(String secret, Optional<String> previous) {
        ClinicId clinic = newClinic();
        Line line = new Line(clinic, Fresh.phone(), Optional.empty(), Optional.empty(), Language.ENGLISH);
        POSTGRES.database().clinicSettings().assign(clinic, List.of(line));
        clinicWebhooks()
                .replace(clinic, Optional.empty(), Optional.of(new WebhookSecrets(WebhookAuth.HMAC, secret, previous)));
        return clinic;
    }

    private static List<Sealed> all(SealedSecrets secrets, int page) {
        List<Sealed> all = new ArrayList<>();
        List<Sealed> next = secrets.page(Optional.empty(), page);
        while (!next.isEmpty()) {
            all.addAll(next);
            next = secrets.page(Optional.of(next.get(next.size() - 1).place()), page);
        }
        return all;
    }

    @Test
    void both_secrets_of_each_clinic_are_sealed_anew_unless_they_changed_meanwhile() {
        ClinicId two = withSecrets("a", Optional.of("b"));
        ClinicId one = withSecrets("c", Optional.empty());
        SealedSecrets secrets = POSTGRES.database().webhooks().secrets();
        List<Sealed> all = all(secrets, 1);

        assertEquals(all, all(secrets, 100));
        Sealed current = new Sealed(WebhookSecrets.place(two), "a");
        Sealed before = new Sealed(WebhookSecrets.previousPlace(two), "b");
        assertTrue(all.containsAll(List.of(current, before, new Sealed(WebhookSecrets.place(one), "c"))));
        assertTrue(secrets.replace(before, "b2"));
        assertTrue(secrets.replace(current, "a2"));
        assertFalse(secrets.replace(current, "a3"));
        assertFalse(secrets.replace(before, "b3"));
        assertEquals(
                Optional.of(new WebhookSecrets(WebhookAuth.HMAC, "a2", Optional.of("b2"))),
                clinicWebhooks().secrets(two));
    }
}
