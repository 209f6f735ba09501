package ca.vitaravox.server.config;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.vapi.assistant.AssistantSettings;
import ca.vitaravox.vapi.assistant.Provided;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Vapi's REST interface, and what assistants are made of there. Its components are keys of {@link Setting}.
 *
 * @param vapiUrl its address
 * @param vapiApiKey our private key for it; without one nothing is read or written there
 * @param vapiCarrier where new numbers come from: a provider, and the id its credential has at Vapi
 * @param assistantTranscriber what hears callers
 * @param assistantModel what thinks
 * @param assistantVoiceEn what speaks English
 * @param assistantVoiceFr what speaks French
 * @param assistantVoiceZh what speaks Chinese
 * @param assistantRecording the clinics that record calls
 */
public record VapiAccess(
        URI vapiUrl,
        Optional<Secret> vapiApiKey,
        Optional<Provided> vapiCarrier,
        Provided assistantTranscriber,
        Provided assistantModel,
        Provided assistantVoiceEn,
        Provided assistantVoiceFr,
        Provided assistantVoiceZh,
        Set<ClinicId> assistantRecording) {
    /**
     * What assistants are made of.
     *
     * @param callControl whether calls are handed on by ourselves
     */
    public AssistantSettings assistants(boolean callControl) {
        return new AssistantSettings(
                assistantTranscriber,
                assistantModel,
                Map.of(
                        Language.ENGLISH, assistantVoiceEn,
                        Language.FRENCH, assistantVoiceFr,
                        Language.CHINESE, assistantVoiceZh),
                callControl,
                assistantRecording);
    }
}
