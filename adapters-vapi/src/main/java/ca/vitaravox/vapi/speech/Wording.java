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
    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("a", 1),
            Map.entry("an", 1),
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12),
            Map.entry("a couple of", 2),
            Map.entry("couple of", 2),
            Map.entry("un", 1),
            Map.entry("une", 1),
            Map.entry("deux", 2),
            Map.entry("trois", 3),
            Map.entry("quatre", 4),
            Map.entry("cinq", 5),
            Map.entry("sept", 7),
            Map.entry("huit", 8),
            Map.entry("neuf", 9),
            Map.entry("dix", 10),
            Map.entry("onze", 11),
            Map.entry("douze", 12),
            Map.entry("quinze", 15));
    private static final String CHINESE_DIGITS = "〇一二三四五六七八九";

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
        return Optional.ofNullable(NUMBERS.get(words)).or(() -> chinese(words));
    }

    /** {@code 三}, {@code 两}, {@code 十五}, {@code 二十一}; digit by digit {@code 一九八五}. */
    private static Optional<Integer> chinese(String words) {
        String digits = words.replace('两', '二').replace('零', '〇');
        int ten = digits.indexOf('十');
        if (ten >= 0) {
            int tens = ten == 0 ? 1 : ten == 1 ? CHINESE_DIGITS.indexOf(digits.charAt(0)) : -1;
            int after = digits.length() - 1 - ten;
            int ones = after == 0 ? 0 : after == 1 ? CHINESE_DIGITS.indexOf(digits.charAt(ten + 1)) : -1;
            return tens < 1 || ones < 0 ? Optional.empty() : Optional.of(tens * 10 + ones);
        }
        int number = 0;
        for (char each : digits.toCharArray()) {
            int digit = CHINESE_DIGITS.indexOf(each);
            if (digit < 0 || number > 999) {
                return Optional.empty();
            }
            number = number * 10 + digit;
        }
        return digits.isEmpty() ? Optional.empty() : Optional.of(number);
    }
}
