package ca.vitaravox.vapi.assistant;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What happens when the caller says nothing: they are asked twice whether they are there, then the call ends. */
final class Silence {
    private static final int ASKED_AFTER_SECONDS = 10;
    private static final int ENDED_AFTER_SECONDS = 40;

    private Silence() {}

    static ArrayNode hooks(Manner manner) {
        ArrayNode hooks = JsonNodeFactory.instance.arrayNode();
        hooks.add(hook(ASKED_AFTER_SECONDS, 2, manner.say("still_there")));
        ObjectNode last = hook(ENDED_AFTER_SECONDS, 1, manner.say("silent_goodbye"));
        last.withArray("do").addObject().put("type", "tool").putObject("tool").put("type", "endCall");
        hooks.add(last);
        return hooks;
    }

    private static ObjectNode hook(int seconds, int times, String sentence) {
        ObjectNode hook = JsonNodeFactory.instance.objectNode().put("on", "customer.speech.timeout");
        hook.putObject("options")
                .put("timeoutSeconds", seconds)
                .put("triggerMaxCount", times)
                .put("triggerResetMode", "onUserSpeech");
        hook.putArray("do").addObject().put("type", "say").put("exact", sentence);
        return hook;
    }
}
