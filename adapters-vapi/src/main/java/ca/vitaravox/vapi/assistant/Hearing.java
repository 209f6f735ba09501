package ca.vitaravox.vapi.assistant;

import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.Language;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The transcriber of an assistant. */
final class Hearing {
    /** Callers pause while they spell a name or say a number. */
    private static final int SILENCE_MILLIS = 300;

    private static final String DEEPGRAM = "deepgram";
    private static final int BOOST = 2;

    private Hearing() {}

    static ObjectNode of(Clinic clinic, Language language, Provided transcriber) {
        ObjectNode hearing = JsonNodeFactory.instance
                .objectNode()
                .put("provider", transcriber.provider())
                .put("model", transcriber.name())
                .put("language", Manner.of(language).say("hearing"));
        if (transcriber.provider().equals(DEEPGRAM)) {
            hearing.put("smartFormat", true).put("numerals", true).put("endpointing", SILENCE_MILLIS);
            addKeywords(hearing, transcriber.name(), Keywords.of(clinic));
        }
        return hearing;
    }

    /** The newer models listen for terms, the older for words with a weight. */
    private static void addKeywords(ObjectNode hearing, String model, List<String> words) {
        if (words.isEmpty()) {
            return;
        }
        if (model.startsWith("nova-3")) {
            words.forEach(hearing.putArray("keyterm")::add);
        } else {
            words.forEach(word -> hearing.withArray("keywords").add(word + ":" + BOOST));
        }
    }
}
