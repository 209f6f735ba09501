package ca.vitaravox.postgres.patient;

import ca.vitaravox.ports.contract.patient.RegistrationJournalContract;
import ca.vitaravox.ports.patient.RegistrationJournal;
import ca.vitaravox.postgres.OnPostgres;

class PostgresRegistrationJournalTest extends RegistrationJournalContract implements OnPostgres {
    @Override
    protected RegistrationJournal registrationJournal() {
        return POSTGRES.database().registrationJournal();
    }
}
