package ca.vitaravox.vapi.speech;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Numbers that are said digit by digit, in English, French and Chinese. Immutable, thread-safe. */
public final class SpokenDigits {
    private static final int LONGEST = 200;
    private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}+");
    private static final Pattern BETWEEN = Pattern.compile("[\\s,;.、，-]+");
    private static final String CHINESE = "〇一二三四五六七八九";
    private static final Map<String, String> DIGITS = Map.ofEntries(
            Map.entry("zero", "0"),
            Map.entry("oh", "0"),
            Map.entry("o", "0"),
            Map.entry("one", "1"),
            Map.entry("two", "2"),
            Map.entry("three", "3"),
            Map.entry("four", "4"),
            Map.entry("five", "5"),
            Map.entry("six", "6"),
            Map.entry("seven", "7"),
            Map.entry("eight", "8"),
            Map.entry("nine", "9"),
            Map.entry("un", "1"),
            Map.entry("une", "1"),
            Map.entry("deux", "2"),
            Map.entry("trois", "3"),
            Map.entry("quatre", "4"),
            Map.entry("cinq", "5"),
            Map.entry("sept", "7"),
            Map.entry("huit", "8"),
            Map.entry("neuf", "9"));
    private static final Map<String, Integer> TIMES = Map.of("double", 2, "triple", 3);

    private SpokenDigits() {}

    /**
     * The digits meant by {@code nine eight seven, double six, oh}, {@code neuf huit sept}, {@code 九八七}; whatever is no
     * digit's name stays as it is, and if there are none of these the text stays as it came.
     */
    public static String of(String said) {
        if (said.length() > LONGEST) {
            return said;
        }
        String plain = ACCENTS.matcher(Normalizer.normalize(said, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        StringBuilder digits = new StringBuilder();
        boolean spoken = false;
        int times = 1;
        for (String word : BETWEEN.split(chinese(plain).strip())) {
            String digit = DIGITS.get(word);
            spoken |= digit != null;
            if (TIMES.containsKey(word)) {
                times = TIMES.get(word);
            } else {
                digits.append((digit == null ? word : digit).repeat(times));
                times = 1;
            }
        }
        return spoken || !plain.equals(chinese(plain)) ? digits.toString() : said;
    }

    private static String chinese(String text) {
        StringBuilder digits = new StringBuilder();
        for (char each : text.replace('零', '〇').replace('幺', '一').toCharArray()) {
            int digit = CHINESE.indexOf(each);
            digits.append(digit < 0 ? String.valueOf(each) : String.valueOf(digit));
        }
        return digits.toString();
    }
}
