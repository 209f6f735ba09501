package ca.vitaravox.vapi.assistant;

import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.Language;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the model is told of its work, in the language it does it in: {@code prompt_en.txt} and so on. Its date and time
 * are the platform's to fill in, in the clinic's zone.
 */
final class Prompt {
    private static final Map<Language, String> TEMPLATES = Stream.of(Language.values())
            .collect(Collectors.toMap(Function.identity(), each -> Texts.text("prompt_" + each.code() + ".txt")));

    private static final Properties PHRASES = Texts.properties("languages.properties");

    private static final int LONGEST_NAME = 200;

    private Prompt() {}

    /** The prompt for a part of a clinic's calls. */
    static String of(Clinic clinic, Part part) {
        return TEMPLATES
                .get(part.language())
                .replace("$clinic", Texts.plain(clinic.name(), LONGEST_NAME))
                .replace("$zone", clinic.zone().getId())
                .replace("$languages", languages(part));
    }

    private static String languages(Part part) {
        List<String> others =
                part.others().stream().map(each -> Manner.of(each).say("name")).toList();
        String code = part.language().code();
        return (others.isEmpty() ? "" : phrase("others." + code, String.join(", ", others)))
                + (part.opens() ? "" : phrase("continuing." + code));
    }

    /** Something the platform or the model is told that is not said to callers. */
    static String phrase(String key, String... filled) {
        return new MessageFormat(PHRASES.getProperty(key), Locale.ROOT).format(filled);
    }
}
