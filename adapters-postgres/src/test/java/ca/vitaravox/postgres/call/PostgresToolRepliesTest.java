package ca.vitaravox.postgres.call;

import ca.vitaravox.ports.call.ToolReplies;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.call.ToolRepliesContract;
import ca.vitaravox.postgres.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresToolRepliesTest extends ToolRepliesContract {
    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    @Override
    protected ToolReplies toolReplies() {
        return POSTGRES.database().toolReplies();
    }

    @Override
    protected ClinicId newClinic() {
        return POSTGRES.newClinic();
    }
}
