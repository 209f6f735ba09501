package ca.vitaravox.vapi.call;

import ca.vitaravox.vapi.speech.Phrase;
import ca.vitaravox.vapi.speech.Voice;
import ca.vitaravox.vapi.tool.Draft;
import ca.vitaravox.vapi.tool.Next;
import ca.vitaravox.vapi.tool.Tool;
import ca.vitaravox.vapi.tool.ToolInput;
import ca.vitaravox.vapi.tool.ToolResult;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells a caller in an emergency to hang up and dial 911. It needs neither clinic nor database, nor valid arguments. */
final class TransferCallTool implements Tool {
    /** Words that are enough, however a model writes them: nobody in danger is asked to say it better. */
    private static final List<String> EMERGENCIES = List.of("emergency", "urgence", "紧急", "911", "988", "suicid");

    @Override
    public String name() {
        return "transfer_call";
    }

    @Override
    public ToolResult run(ToolInput input) {
        return emergency(input.voice());
    }

    @Override
    public Optional<ToolResult> withoutClinic(ObjectNode arguments, Voice voice) {
        String reason = arguments.path("reason").asText().toLowerCase(Locale.ROOT);
        return EMERGENCIES.stream().anyMatch(reason::contains) ? Optional.of(emergency(voice)) : Optional.empty();
    }

    private static ToolResult emergency(Voice voice) {
        return Draft.success(voice.say(Phrase.EMERGENCY)).next(Next.NOTHING).result();
    }
}
