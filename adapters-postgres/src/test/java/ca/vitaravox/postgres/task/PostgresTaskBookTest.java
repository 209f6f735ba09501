package ca.vitaravox.postgres.task;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.task.TaskBookContract;
import ca.vitaravox.ports.task.TaskBook;
import ca.vitaravox.postgres.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresTaskBookTest extends TaskBookContract {
    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    @Override
    protected TaskBook taskBook() {
        return POSTGRES.database().taskBook();
    }

    @Override
    protected ClinicId newClinic() {
        return POSTGRES.newClinic();
    }
}
