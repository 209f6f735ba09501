package ca.vitaravox.domain.clinic;

import ca.vitaravox.ports.clinic.ClinicWebhooks;
import ca.vitaravox.ports.contract.clinic.ClinicWebhooksContract;

class InMemoryClinicWebhooksTest extends ClinicWebhooksContract {
    private final InMemoryClinicWebhooks webhooks = new InMemoryClinicWebhooks();

    @Override
    protected ClinicWebhooks clinicWebhooks() {
        return webhooks;
    }
}
