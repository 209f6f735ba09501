package ca.vitaravox.vapi.speech;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers in Chinese characters: {@code 一九八五}, {@code 二十一}, {@code 两千零五}. Immutable, thread-safe. */
final class ChineseNumbers {
    /** Any of the characters numbers are written with. */
    static final String CHARACTERS = "〇零一幺二两兩三四五六七八九十百千";

    private static final String DIGITS = "〇一二三四五六七八九";
    private static final String UNITS = "十百千";
    private static final Pattern RUN = Pattern.compile("[" + CHARACTERS + "]+");
    private static final Pattern TIMES = Pattern.compile("([二两兩三四])个([〇零一幺二三四五六七八九])");

    private ChineseNumbers() {}

    /** A number from 0 to 99, as it is said: {@code 零}, {@code 十五}, {@code 二十一}. */
    static String of(int number) {
        int tens = number / 10;
        String ones = number % 10 == 0 && tens > 0 ? "" : character(number % 10);
        return tens == 0 ? ones : (tens == 1 ? "" : character(tens)) + "十" + ones;
    }

    /** A number digit by digit, as years are said: {@code 二零二六}. */
    static String digits(int number) {
        StringBuilder said = new StringBuilder();
        String.valueOf(number).chars().forEach(digit -> said.append(character(digit - '0')));
        return said.toString();
    }

    private static String character(int digit) {
        return digit == 0 ? "零" : String.valueOf(DIGITS.charAt(digit));
    }

    /** The text with every number in figures; one that is read out digit by digit keeps its zeros. */
    static String inFigures(String text) {
        String repeated =
                TIMES.matcher(text).replaceAll(match -> match.group(2).repeat(DIGITS.indexOf(plain(match.group(1)))));
        return RUN.matcher(repeated)
                .replaceAll(run -> isCounted(run.group())
                        ? number(run.group()).map(String::valueOf).orElse(Matcher.quoteReplacement(run.group()))
                        : digits(run.group()));
    }

    /** The number that all the characters together are, of at most four digits. */
    static Optional<Integer> number(String characters) {
        String plain = plain(characters);
        if (plain.isEmpty() || !RUN.matcher(plain).matches()) {
            return Optional.empty();
        }
        if (isCounted(plain)) {
            return counted(plain);
        }
        return plain.length() <= 4 ? Optional.of(Integer.valueOf(digits(plain))) : Optional.empty();
    }

    /** {@code 二十一}: the sum of what is before each unit. */
    private static Optional<Integer> counted(String plain) {
        int number = 0;
        int digit = 0;
        int above = 10_000;
        for (char each : plain.toCharArray()) {
            int unit = (int) Math.pow(10, UNITS.indexOf(each) + 1);
            if (unit == 1) {
                if (digit > 0) {
                    return Optional.empty();
                }
                digit = DIGITS.indexOf(each);
            } else if (unit < above) {
                number += Math.max(1, digit) * unit;
                digit = 0;
                above = unit;
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(number + digit);
    }

    private static boolean isCounted(String characters) {
        return characters.chars().anyMatch(each -> UNITS.indexOf(each) >= 0);
    }

    private static String digits(String characters) {
        StringBuilder digits = new StringBuilder();
        plain(characters).chars().forEach(each -> digits.append(DIGITS.indexOf(each)));
        return digits.toString();
    }

    private static String plain(String characters) {
        return characters.replace('零', '〇').replace('幺', '一').replace('两', '二').replace('兩', '二');
    }
}
