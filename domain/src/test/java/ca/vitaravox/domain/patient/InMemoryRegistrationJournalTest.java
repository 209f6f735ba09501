package ca.vitaravox.domain.patient;

import ca.vitaravox.ports.contract.patient.RegistrationJournalContract;
import ca.vitaravox.ports.patient.RegistrationJournal;

class InMemoryRegistrationJournalTest extends RegistrationJournalContract {
    private final InMemoryRegistrationJournal kept = new InMemoryRegistrationJournal();

    @Override
    protected RegistrationJournal registrationJournal() {
        return kept;
    }
}
