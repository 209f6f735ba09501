package ca.vitaravox.postgres.patient;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.patient.RegistrationJournalContract;
import ca.vitaravox.ports.patient.RegistrationJournal;
import ca.vitaravox.postgres.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresRegistrationJournalTest extends RegistrationJournalContract {
    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    @Override
    protected RegistrationJournal registrationJournal() {
        return POSTGRES.database().registrationJournal();
    }

    @Override
    protected ClinicId newClinic() {
        return POSTGRES.newClinic();
    }
}
