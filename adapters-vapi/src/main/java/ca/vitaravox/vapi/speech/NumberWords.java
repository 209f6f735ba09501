package ca.vitaravox.vapi.speech;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The numbers of dates written out in words: {@code fifteenth}, {@code nineteen eighty five}, {@code two thousand and
 * five}; {@code quinze}, {@code mille neuf cent quatre vingt cinq}. Immutable, thread-safe.
 */
final class NumberWords {
    static final NumberWords ENGLISH = new NumberWords(
            words(
                    "oh one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
                            + " sixteen seventeen eighteen nineteen",
                    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
                            + " thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"),
            Map.of(
                    "twenty", 20, "thirty", 30, "forty", 40, "fifty", 50, "sixty", 60, "seventy", 70, "eighty", 80,
                    "ninety", 90),
            Map.of("twentieth", 20, "thirtieth", 30),
            "hundred",
            "thousand",
            "and");
    static final NumberWords FRENCH = new NumberWords(
            words(
                    "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
                            + " dixsept dixhuit dixneuf",
                    "zero premier"),
            Map.of("vingt", 20, "trente", 30, "quarante", 40, "cinquante", 50, "soixante", 60, "quatrevingt", 80),
            Map.of(),
            "cent",
            "mille",
            "et");

    private final Map<String, Integer> small;
    private final Map<String, Integer> tens;
    private final Map<String, Integer> roundOrdinals;
    private final String hundred;
    private final String thousand;
    private final String and;

    private NumberWords(
            Map<String, Integer> small,
            Map<String, Integer> tens,
            Map<String, Integer> roundOrdinals,
            String hundred,
            String thousand,
            String and) {
        this.small = small;
        this.tens = tens;
        this.roundOrdinals = roundOrdinals;
        this.hundred = hundred;
        this.thousand = thousand;
        this.and = and;
    }

    private static Map<String, Integer> words(String... lists) {
        Map<String, Integer> words = new HashMap<>();
        for (String list : lists) {
            int number = 0;
            for (String word : list.split(" ")) {
                words.put(word, number++);
            }
        }
        return Map.copyOf(words);
    }

    /** The words with every number in figures; {@code nineteen eighty five} is one year, not two numbers. */
    String inFigures(String plain) {
        List<String> words = List.of(plain.replaceAll("\\bdix (?=sept|huit|neuf)", "dix")
                .replaceAll("\\bquatre vingts?\\b", "quatrevingt")
                .split(" "));
        List<String> figures = new ArrayList<>();
        List<Integer> run = new ArrayList<>();
        int at = 0;
        while (at < words.size()) {
            Read read = number(words, at);
            if (read == null) {
                flush(run, figures);
                figures.add(words.get(at++));
            } else {
                run.add(read.number);
                at = read.next;
            }
        }
        flush(run, figures);
        return String.join(" ", figures);
    }

    /** Numbers side by side: the last two may be the halves of a year. */
    private static void flush(List<Integer> run, List<String> figures) {
        int last = run.size() - 1;
        if (last >= 1 && (run.get(last - 1) == 19 || run.get(last - 1) == 20) && run.get(last) < 100) {
            int year = run.get(last - 1) * 100 + run.remove(last);
            run.set(last - 1, year);
        }
        run.forEach(number -> figures.add(number.toString()));
        run.clear();
    }

    private record Read(int number, int next) {}

    /** The number that begins here, or null. */
    private Read number(List<String> words, int at) {
        Read below = belowHundred(words, at);
        if (below == null && isAt(words, at, thousand)) {
            below = new Read(1, at);
        }
        if (below == null) {
            return null;
        }
        if (isAt(words, below.next, thousand) && below.number <= 2) {
            return plus(words, below.number * 1000, below.next + 1);
        }
        return isAt(words, below.next, hundred) && below.number >= 1 && below.number <= 20
                ? plus(words, below.number * 100, below.next + 1)
                : below;
    }

    /** What a thousand or a hundred may be followed by. */
    private Read plus(List<String> words, int round, int at) {
        int next = isAt(words, at, and) ? at + 1 : at;
        Read hundreds = belowHundred(words, next);
        if (round >= 1000 && hundreds != null && isAt(words, hundreds.next, hundred)) {
            return plus(words, round + hundreds.number * 100, hundreds.next + 1);
        }
        return hundreds == null ? new Read(round, at) : new Read(round + hundreds.number, hundreds.next);
    }

    private Read belowHundred(List<String> words, int at) {
        String word = at < words.size() ? words.get(at) : "";
        if (roundOrdinals.containsKey(word)) {
            return new Read(roundOrdinals.get(word), at + 1);
        }
        if (tens.containsKey(word)) {
            return afterTens(words, tens.get(word), at + 1);
        }
        Integer known = small.get(word);
        if (known == null) {
            return null;
        }
        Integer after = known == 0 && at + 1 < words.size() ? small.get(words.get(at + 1)) : null;
        return after == null ? new Read(known, at + 1) : new Read(after, at + 2);
    }

    /** {@code eighty five}; {@code soixante quinze}; not {@code twenty} of {@code twenty, two thousand}. */
    private Read afterTens(List<String> words, int round, int at) {
        int next = isAt(words, at, and) ? at + 1 : at;
        Integer more = next < words.size() ? small.get(words.get(next)) : null;
        int most = round == 60 || round == 80 ? 19 : 9;
        boolean joins =
                more != null && more >= 1 && more <= (this == FRENCH ? most : 9) && !isAt(words, next + 1, thousand);
        return joins ? new Read(round + more, next + 1) : new Read(round, at);
    }

    private static boolean isAt(List<String> words, int at, String word) {
        return at < words.size() && (words.get(at).equals(word) || words.get(at).equals(word + "s"));
    }
}
