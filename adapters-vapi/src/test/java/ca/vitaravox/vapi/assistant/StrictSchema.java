package ca.vitaravox.vapi.assistant;

import ca.vitaravox.vapi.standin.PlatformSchema;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** The platform's own schema of what we answer. */
public final class StrictSchema {
    private StrictSchema() {}

    /** What the platform would not accept in an answer to its request for an assistant, those of a squad included. */
    public static Set<String> faults(JsonNode answer) {
        Set<String> faults = new HashSet<>(PlatformSchema.faults("ServerMessageResponseAssistantRequest", answer));
        for (JsonNode member : answer.at("/squad/members")) {
            faults.addAll(PlatformSchema.faults("CreateAssistantDTO", member.path("assistant")));
        }
        return faults;
    }
}
