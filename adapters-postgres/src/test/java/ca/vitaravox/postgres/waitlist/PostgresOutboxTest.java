package ca.vitaravox.postgres.waitlist;

import ca.vitaravox.ports.contract.waitlist.OutboxContract;
import ca.vitaravox.ports.waitlist.Outbox;
import ca.vitaravox.postgres.OnPostgres;

class PostgresOutboxTest extends OutboxContract implements OnPostgres {
    @Override
    protected Outbox outbox() {
        return POSTGRES.database().waitlist().outbox();
    }

    @Override
    protected void emptyTheQueue() {
        POSTGRES.empty("waitlist_work");
    }
}
