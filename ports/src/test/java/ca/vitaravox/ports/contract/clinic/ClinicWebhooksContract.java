package ca.vitaravox.ports.contract.clinic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ClinicWebhooks;
import ca.vitaravox.ports.clinic.WebhookAuth;
import ca.vitaravox.ports.clinic.WebhookSecrets;
import ca.vitaravox.ports.contract.AtOnce;
import ca.vitaravox.ports.contract.Clinics;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link ClinicWebhooks} promises. */
public abstract class ClinicWebhooksContract implements Clinics {
    private static final Optional<WebhookSecrets> NONE = Optional.empty();
    private static final Optional<WebhookSecrets> ONE = secrets(WebhookAuth.BEARER, "one", null);
    private static final Optional<WebhookSecrets> TWO = secrets(WebhookAuth.HMAC, "two", "one");

    private ClinicWebhooks webhooks;
    private ClinicId clinic;

    /** The secrets. */
    protected abstract ClinicWebhooks clinicWebhooks();

    private static Optional<WebhookSecrets> secrets(WebhookAuth auth, String secret, String previous) {
        return Optional.of(new WebhookSecrets(auth, secret, Optional.ofNullable(previous)));
    }

    @BeforeEach
    void open() {
        webhooks = clinicWebhooks();
        clinic = newClinic();
    }

    @Test
    void a_clinic_has_none_of_its_own_until_it_is_given_some() {
        assertEquals(NONE, webhooks.secrets(clinic));
        assertTrue(webhooks.replace(clinic, NONE, ONE));
        assertEquals(ONE, webhooks.secrets(clinic));
        assertEquals(NONE, webhooks.secrets(newClinic()));
    }

    @Test
    void they_are_replaced_and_taken_away_by_whoever_knows_them_as_they_are() {
        webhooks.replace(clinic, NONE, ONE);
        assertTrue(webhooks.replace(clinic, ONE, TWO));
        assertEquals(TWO, webhooks.secrets(clinic));
        assertTrue(webhooks.replace(clinic, TWO, NONE));
        assertEquals(NONE, webhooks.secrets(clinic));
    }

    @Test
    void what_somebody_changed_meanwhile_stays() {
        assertFalse(webhooks.replace(clinic, ONE, TWO));
        webhooks.replace(clinic, NONE, ONE);
        assertFalse(webhooks.replace(clinic, NONE, TWO));
        assertFalse(webhooks.replace(clinic, TWO, NONE));
        assertFalse(webhooks.replace(clinic, secrets(WebhookAuth.HMAC, "one", null), TWO));
        assertFalse(webhooks.replace(clinic, secrets(WebhookAuth.BEARER, "one", "zero"), TWO));
        assertEquals(ONE, webhooks.secrets(clinic));
    }

    @Test
    void of_many_who_change_them_at_once_one_does() {
        long changed =
                AtOnce.race(i -> webhooks.replace(clinic, NONE, secrets(WebhookAuth.HMAC, "of-" + i, null))).stream()
                        .filter(each -> each)
                        .count();
        assertEquals(1, changed);
    }
}
