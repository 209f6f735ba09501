package ca.vitaravox.vapi.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.clinic.Language;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SentencesTest {
    @ParameterizedTest
    @EnumSource(Language.class)
    void every_sentence_is_there_and_none_is_left_over(Language language) {
        Set<String> wanted =
                Arrays.stream(Phrase.values()).map(Phrase::key).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(wanted, new TreeSet<>(Sentences.bundle(language).stringPropertyNames()));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_sentence_is_about_the_same_in_every_language(Language language) {
        for (Phrase phrase : Phrase.values()) {
            MessageFormat format = new MessageFormat(
                    Sentences.bundle(language).getProperty(phrase.key()), ULocale.forLanguageTag(language.code()));
            assertEquals(new HashSet<>(phrase.about()), format.getArgumentNames(), phrase + " in " + language);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void sentences_are_for_the_ear(Language language) {
        for (String key : Sentences.bundle(language).stringPropertyNames()) {
            String sentence = Sentences.bundle(language).getProperty(key);
            assertFalse(sentence.isBlank(), key);
            assertTrue(sentence.length() <= 250, key + " is long-winded");
            // ' would quote what follows; _ < > [ and the like are not read aloud
            assertFalse(sentence.matches(".*['_<>\\[\\]*|@\\\\\\t\\n].*"), key + ": " + sentence);
            assertEquals(sentence.strip(), sentence, key);
        }
    }

    @Test
    void every_phrase_is_used_somewhere() throws IOException {
        String sources;
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<Path> others = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("Phrase.java"))
                    .toList();
            StringBuilder all = new StringBuilder();
            for (Path file : others) {
                all.append(Files.readString(file));
            }
            sources = all.toString();
        }
        List<Phrase> unused = Arrays.stream(Phrase.values())
                .filter(phrase -> !sources.matches("(?s).*\\bPhrase\\." + phrase.name() + "\\b.*"))
                .toList();
        assertEquals(List.of(), unused);
    }
}
