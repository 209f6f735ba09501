package ca.vitaravox.vapi.assistant;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.Language;
import java.util.Map;
import java.util.Set;

/**
 * What assistants are made of, the same for every clinic. Immutable.
 *
 * @param transcriber hears
 * @param model thinks
 * @param voices speak, one for each language
 * @param callControl whether we hand calls on by ourselves; else the voice platform is to ask where to
 * @param recorded the clinics that record calls, of those callers who agree
 */
public record AssistantSettings(
        Provided transcriber,
        Provided model,
        Map<Language, Provided> voices,
        boolean callControl,
        Set<ClinicId> recorded) {
    /** What is used where nothing else is configured. */
    public static final AssistantSettings USUAL = new AssistantSettings(
            Provided.of("deepgram/nova-2"),
            Provided.of("openai/gpt-4o"),
            Map.of(
                    Language.ENGLISH, Provided.of("azure/en-CA-ClaraNeural"),
                    Language.FRENCH, Provided.of("azure/fr-CA-SylvieNeural"),
                    Language.CHINESE, Provided.of("azure/zh-CN-XiaoxiaoNeural")),
            true,
            Set.of());

    /** Copies what it is given; a language without a voice is refused. */
    public AssistantSettings {
        voices = Map.copyOf(voices);
        recorded = Set.copyOf(recorded);
        if (voices.size() != Language.values().length) {
            throw new IllegalArgumentException("has no voice for some language");
        }
    }
}
