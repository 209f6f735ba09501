package ca.vitaravox.vapi.speech;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Words as they are compared: lower case, without accents, one blank between them. Immutable, thread-safe. */
final class Wording {
    private static final int LONGEST = 80;
    private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}+");
    private static final Pattern PUNCTUATION = Pattern.compile("[,;!?。，、()]|\\.(?!\\d)|(?<!\\d)-|-(?!\\d)");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final String TRADITIONAL = "後週禮兩個號過現這盡";
    private static final String SIMPLIFIED = "后周礼两个号过现这尽";
    private static final Map<String, Integer> ARTICLES = Map.of("a", 1, "an", 1, "a couple of", 2, "couple of", 2);

    private Wording() {}

    /** What was said, ready to be compared; what is too long to be a date becomes empty. */
    static String plain(String said) {
        if (said.length() > LONGEST) {
            return "";
        }
        String words = PUNCTUATION.matcher(folded(said)).replaceAll(" ");
        StringBuilder plain = new StringBuilder();
        for (char each : BLANKS.matcher(words).replaceAll(" ").strip().toCharArray()) {
            int traditional = TRADITIONAL.indexOf(each);
            plain.append(traditional < 0 ? each : SIMPLIFIED.charAt(traditional));
        }
        return plain.toString();
    }

    /** In lower case and without accents. */
    static String folded(String said) {
        String folded = Normalizer.normalize(said, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        return ACCENTS.matcher(folded).replaceAll("").replace('’', '\'');
    }

    /** A small number, in digits or in words. */
    static Optional<Integer> number(String words) {
        if (words.matches("\\d{1,4}")) {
            return Optional.of(Integer.valueOf(words));
        }
        return Optional.ofNullable(ARTICLES.get(words))
                .or(() -> NumberWords.ENGLISH.only(words))
                .or(() -> NumberWords.FRENCH.only(words))
                .or(() -> ChineseNumbers.number(words));
    }
}
