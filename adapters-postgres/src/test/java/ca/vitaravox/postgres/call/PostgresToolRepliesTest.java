package ca.vitaravox.postgres.call;

import ca.vitaravox.ports.call.ToolReplies;
import ca.vitaravox.ports.contract.call.ToolRepliesContract;
import ca.vitaravox.postgres.OnPostgres;

class PostgresToolRepliesTest extends ToolRepliesContract implements OnPostgres {
    @Override
    protected ToolReplies toolReplies() {
        return POSTGRES.database().toolReplies();
    }
}
