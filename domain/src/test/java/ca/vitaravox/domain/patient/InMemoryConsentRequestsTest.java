package ca.vitaravox.domain.patient;

import ca.vitaravox.ports.contract.patient.ConsentRequestsContract;
import ca.vitaravox.ports.patient.ConsentRequests;

class InMemoryConsentRequestsTest extends ConsentRequestsContract {
    private final ConsentRequests requests = new InMemoryConsentRequests();

    @Override
    protected ConsentRequests requests() {
        return requests;
    }
}
