package ca.vitaravox.vapi.call;

import ca.vitaravox.ports.call.CallDiary;
import ca.vitaravox.ports.call.CallTransfer;
import ca.vitaravox.vapi.tool.Tool;
import java.util.List;

/** The tools of this room. */
public final class CallTools {
    private CallTools() {}

    /** All of them. */
    public static List<Tool> of(CallDiary diary, CallTransfer transfer) {
        return List.of(new TransferCallTool(transfer), new LogCallMetadataTool(diary));
    }
}
