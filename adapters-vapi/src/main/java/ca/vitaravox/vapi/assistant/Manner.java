package ca.vitaravox.vapi.assistant;

import ca.vitaravox.ports.clinic.Language;
import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** How the assistant speaks a language: the sentences that no model makes up, {@code manner_en.properties} and so on. */
final class Manner {
    private static final Map<Language, Manner> ALL = new EnumMap<>(Map.of(
            Language.ENGLISH, new Manner(Language.ENGLISH),
            Language.FRENCH, new Manner(Language.FRENCH),
            Language.CHINESE, new Manner(Language.CHINESE)));

    private final Properties sentences;

    private Manner(Language language) {
        sentences = Texts.properties("manner_" + language.code() + ".properties");
    }

    static Manner of(Language language) {
        return ALL.get(language);
    }

    /** A sentence with this filled in. */
    String say(String key, String... filled) {
        return maybe(key, filled).orElseThrow(() -> new IllegalStateException("nothing to say for " + key));
    }

    /** The sentence that tells callers how to go on in another language. */
    Optional<String> invitation(Language other) {
        return maybe("invite." + other.code());
    }

    private Optional<String> maybe(String key, String... filled) {
        return Optional.ofNullable(sentences.getProperty(key))
                .map(sentence -> new MessageFormat(sentence, Locale.ROOT).format(filled));
    }
}
