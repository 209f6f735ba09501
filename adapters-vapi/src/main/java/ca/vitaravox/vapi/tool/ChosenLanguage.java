package ca.vitaravox.vapi.tool;

import ca.vitaravox.ports.clinic.Language;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The argument {@code language}, which every tool takes. What names no language of ours is as if it were not there. */
final class ChosenLanguage {
    private static final Map<String, Language> NAMES = Map.ofEntries(
            Map.entry("english", Language.ENGLISH),
            Map.entry("anglais", Language.ENGLISH),
            Map.entry("英语", Language.ENGLISH),
            Map.entry("英文", Language.ENGLISH),
            Map.entry("french", Language.FRENCH),
            Map.entry("français", Language.FRENCH),
            Map.entry("francais", Language.FRENCH),
            Map.entry("法语", Language.FRENCH),
            Map.entry("法文", Language.FRENCH),
            Map.entry("chinese", Language.CHINESE),
            Map.entry("mandarin", Language.CHINESE),
            Map.entry("chinois", Language.CHINESE),
            Map.entry("中文", Language.CHINESE),
            Map.entry("汉语", Language.CHINESE),
            Map.entry("普通话", Language.CHINESE));

    private ChosenLanguage() {}

    /** The language chosen in these arguments. */
    static Optional<Language> in(ObjectNode arguments) {
        for (var field : arguments.properties()) {
            if (ArgumentForms.snake(field.getKey()).equals("language")) {
                String tag = field.getValue().asText("").strip().toLowerCase(Locale.ROOT);
                return Language.of(tag).or(() -> Optional.ofNullable(NAMES.get(tag)));
            }
        }
        return Optional.empty();
    }
}
