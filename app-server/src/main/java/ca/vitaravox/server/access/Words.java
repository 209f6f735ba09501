package ca.vitaravox.server.access;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Constants as JSON and queries write them: in lower case. */
public final class Words {
    private Words() {}

    /** The word of a constant. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** The constant of a word. */
    static <E extends Enum<E>> Optional<E> constant(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> word(each).equals(word))
                .findFirst();
    }

    /** What is said of a word that is none of them. */
    static <E extends Enum<E>> String none(Class<E> type) {
        List<String> words =
                Arrays.stream(type.getEnumConstants()).map(Words::word).toList();
        return "is none of " + String.join(", ", words);
    }
}
