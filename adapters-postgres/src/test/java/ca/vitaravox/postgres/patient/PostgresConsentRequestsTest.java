package ca.vitaravox.postgres.patient;

import ca.vitaravox.ports.contract.patient.ConsentRequestsContract;
import ca.vitaravox.ports.patient.ConsentRequests;
import ca.vitaravox.postgres.OnPostgres;

class PostgresConsentRequestsTest extends ConsentRequestsContract implements OnPostgres {
    @Override
    protected ConsentRequests requests() {
        return POSTGRES.database().consentRequests();
    }
}
