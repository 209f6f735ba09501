package ca.vitaravox.bench.load;

import ca.vitaravox.bench.world.Resident;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One phone call, in messages as long as Vapi's. Not thread-safe. */
public final class PhoneCall {
    private static final String MESSAGE = """
            {"message":{"timestamp":1767225600000,"type":"%s","call":{"id":"%s",\
            "orgId":"7c1f9a52-3b1e-4f0e-9d57-0f3a51c0aa01","createdAt":"2026-01-01T00:00:00Z",\
            "updatedAt":"2026-01-01T00:00:00Z","type":"inboundPhoneCall","status":"in-progress",\
            "phoneCallProvider":"telnyx","phoneCallTransport":"pstn","customer":{"number":"%s"}},\
            "phoneNumber":{"provider":"telnyx","number":"%s"},"customer":{"number":"%s"}%s}}""";
    private static final String TOOL_CALL =
            "{\"id\":\"%s\",\"type\":\"function\",\"function\":{\"name\":\"%s\",\"arguments\":%s}}";
    private static final String TOOL_CALLS = """
            ,"toolCallList":[%1$s],"toolCalls":[%1$s],\
            "toolWithToolCallList":[{"type":"function","async":false,"function":{"name":"%2$s"},"toolCall":%1$s}]""";
    private static final Pattern FIELD =
            Pattern.compile("\\\\?\"(patient_id|slot_id|appointment_id)\\\\?\":\\\\?\"([^\"\\\\]+)");

    private final String id = UUID.randomUUID().toString();
    private final Resident caller;

    /** Somebody calls their clinic. */
    public PhoneCall(Resident caller) {
        this.caller = caller;
    }

    /** Whoever calls. */
    public Resident caller() {
        return caller;
    }

    /**
     * Uses a tool.
     *
     * @param arguments JSON
     * @return the answer's body, which says that it went well
     * @throws IOException if it does not
     */
    public String use(Platform platform, String tool, String arguments) throws IOException {
        String answer = ask(platform, tool, arguments);
        if (!answer.contains("\\\"success\\\":true")) {
            throw new IOException(tool + " gave " + answer);
        }
        return answer;
    }

    /** Uses a tool; whatever it answers is right. */
    public String ask(Platform platform, String tool, String arguments) throws IOException {
        return platform.send(message(tool, arguments));
    }

    /** The message by which a tool is used, JSON. */
    public String message(String tool, String arguments) {
        String id = "call_" + UUID.randomUUID().toString().replace("-", "");
        String call = TOOL_CALL.formatted(id, tool, arguments);
        return ofType("tool-calls", TOOL_CALLS.formatted(call, tool));
    }

    /** Hangs up. */
    public void end(Platform platform) throws IOException {
        platform.send(ofType("end-of-call-report", ",\"endedReason\":\"customer-ended-call\""));
    }

    private String ofType(String type, String rest) {
        return MESSAGE.formatted(type, id, caller.phone(), caller.line(), caller.phone(), rest);
    }

    /** The first id of that kind in an answer. */
    public static String idIn(String answer, String field) throws IOException {
        Matcher found = FIELD.matcher(answer);
        while (found.find()) {
            if (found.group(1).equals(field)) {
                return found.group(2);
            }
        }
        throw new IOException("no " + field + " in " + answer);
    }
}
