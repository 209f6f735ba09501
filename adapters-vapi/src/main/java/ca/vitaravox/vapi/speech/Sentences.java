package ca.vitaravox.vapi.speech;

import ca.vitaravox.ports.clinic.Language;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * The sentences of one language, compiled. Thread-safe: a {@link MessageFormat} is not, so each use works on a copy of
 * the compiled one, which is never used itself.
 */
final class Sentences {
    private final Map<Phrase, MessageFormat> compiled;

    private Sentences(Map<Phrase, MessageFormat> compiled) {
        this.compiled = Collections.unmodifiableMap(compiled);
    }

    /** Reads a language's bundle; a missing sentence is an error at once, not when somebody waits for it. */
    static Sentences of(Language language) {
        Properties bundle = bundle(language);
        Map<Phrase, MessageFormat> compiled = new EnumMap<>(Phrase.class);
        for (Phrase phrase : Phrase.values()) {
            String text = bundle.getProperty(phrase.key());
            if (text == null) {
                throw new IllegalStateException("no sentence for " + phrase + " in " + language);
            }
            compiled.put(phrase, new MessageFormat(text, ULocale.forLanguageTag(language.code())));
        }
        return new Sentences(compiled);
    }

    /** The bundle as it is written. */
    static Properties bundle(Language language) {
        String name = "sentences_" + language.code() + ".properties";
        try (InputStream stream = Sentences.class.getResourceAsStream(name)) {
            Properties bundle = new Properties();
            bundle.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return bundle;
        } catch (IOException broken) {
            throw new UncheckedIOException(name, broken);
        }
    }

    /** The sentence about these values, in the order of {@link Phrase#about()}. */
    String say(Phrase phrase, Object... values) {
        List<String> about = phrase.about();
        if (values.length != about.size()) {
            throw new IllegalArgumentException(phrase + " is about " + about);
        }
        Map<String, Object> named = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            // as text: a number would be formatted, and grouped by thousands
            named.put(about.get(i), String.valueOf(values[i]));
        }
        MessageFormat mine = (MessageFormat) compiled.get(phrase).clone();
        return mine.format(named);
    }
}
