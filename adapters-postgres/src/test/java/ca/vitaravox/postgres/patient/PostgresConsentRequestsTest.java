package ca.vitaravox.postgres.patient;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.patient.ConsentRequestsContract;
import ca.vitaravox.ports.patient.ConsentRequests;
import ca.vitaravox.postgres.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresConsentRequestsTest extends ConsentRequestsContract {
    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    @Override
    protected ConsentRequests requests() {
        return POSTGRES.database().consentRequests();
    }

    @Override
    protected ClinicId newClinic() {
        return POSTGRES.newClinic();
    }
}
