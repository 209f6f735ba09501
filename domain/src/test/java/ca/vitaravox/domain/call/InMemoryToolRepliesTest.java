package ca.vitaravox.domain.call;

import ca.vitaravox.ports.call.ToolReplies;
import ca.vitaravox.ports.contract.call.ToolRepliesContract;

class InMemoryToolRepliesTest extends ToolRepliesContract {
    private final InMemoryToolReplies replies = new InMemoryToolReplies();

    @Override
    protected ToolReplies toolReplies() {
        return replies;
    }
}
