package ca.vitaravox.postgres.waitlist;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.waitlist.OutboxContract;
import ca.vitaravox.ports.waitlist.Outbox;
import ca.vitaravox.postgres.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresOutboxTest extends OutboxContract {
    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    @Override
    protected Outbox outbox() {
        return POSTGRES.database().waitlist().outbox();
    }

    @Override
    protected void emptyTheQueue() {
        POSTGRES.empty("waitlist_work");
    }

    @Override
    protected ClinicId newClinic() {
        return POSTGRES.newClinic();
    }
}
