package ca.vitaravox.vapi.speech;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Numbers in words, as they are said in dates and read out digit by digit or in pairs: {@code fifteenth}, {@code sixty-four
 * twelve}, {@code two thousand and five}; {@code soixante-douze}, {@code quatre-vingt-dix-sept}, {@code cinq cent quatorze}.
 * Immutable, thread-safe.
 */
final class NumberWords {
    static final NumberWords ENGLISH = new NumberWords(
            words(
                    "oh one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
                            + " sixteen seventeen eighteen nineteen",
                    "zero first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
                            + " thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth",
                    "o",
                    "nought",
                    "naught"),
            Map.of(
                    "twenty", 20, "thirty", 30, "forty", 40, "fifty", 50, "sixty", 60, "seventy", 70, "eighty", 80,
                    "ninety", 90),
            Map.of("twentieth", 20, "thirtieth", 30),
            "hundred",
            "thousand",
            "and");
    static final NumberWords FRENCH = new NumberWords(
            words(
                    "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize",
                    "zero premier",
                    "zero une"),
            Map.of(
                    "vingt",
                    20,
                    "trente",
                    30,
                    "quarante",
                    40,
                    "cinquante",
                    50,
                    "soixante",
                    60,
                    "septante",
                    70,
                    "huitante",
                    80,
                    "nonante",
                    90),
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

    /** A word as it was said, or the number that one or more words were. */
    record Part(String word, Optional<Integer> number) {
        /** The number in figures, or else the word. */
        String inFigures() {
            return number.map(String::valueOf).orElse(word);
        }
    }

    /** The words one after the other, those that make one number taken together: as many to a number as can be. */
    List<Part> parts(String plain) {
        List<String> words = List.of(plain.split(" "));
        List<Part> parts = new ArrayList<>();
        int at = 0;
        while (at < words.size()) {
            Read read = number(words, at);
            if (read == null) {
                parts.add(new Part(words.get(at++), Optional.empty()));
            } else {
                parts.add(new Part("", Optional.of(read.number)));
                at = read.next;
            }
        }
        return parts;
    }

    /** The number, if the words are that and nothing else. */
    Optional<Integer> only(String plain) {
        List<Part> parts = parts(plain);
        return parts.size() == 1 ? parts.get(0).number() : Optional.empty();
    }

    /** The words of a date with every number in figures; {@code nineteen eighty five} is one year, not two numbers. */
    String datesInFigures(String plain) {
        List<String> figures = new ArrayList<>();
        List<Integer> run = new ArrayList<>();
        for (Part part : parts(plain)) {
            if (part.number().isEmpty()) {
                flush(run, figures);
                figures.add(part.word());
            } else if (!run.isEmpty() && run.get(run.size() - 1) == 0) {
                run.set(run.size() - 1, part.number().get());
            } else {
                run.add(part.number().get());
            }
        }
        flush(run, figures);
        return String.join(" ", figures);
    }

    /** Numbers side by side: the last two, or else the first two, may be the halves of a year. */
    private static void flush(List<Integer> run, List<String> figures) {
        boolean hasYear = run.stream().anyMatch(number -> number >= 1000);
        if (!hasYear && !joinHalves(run, run.size() - 2) && run.size() > 2) {
            joinHalves(run, 0);
        }
        run.forEach(number -> figures.add(number.toString()));
        run.clear();
    }

    private static boolean joinHalves(List<Integer> run, int at) {
        if (at < 0 || run.get(at) != 19 && run.get(at) != 20) {
            return false;
        }
        int year = run.get(at) * 100 + run.remove(at + 1);
        run.set(at, year);
        return true;
    }

    private record Read(int number, int next) {
        Read plus(int more) {
            return new Read(number + more, next);
        }
    }

    /** The number that begins here, or null. */
    private Read number(List<String> words, int at) {
        Read below = belowHundred(words, at);
        if (below == null && (isAt(words, at, thousand) || this == FRENCH && isAt(words, at, hundred))) {
            below = new Read(1, at);
        }
        if (below == null) {
            return null;
        }
        if (isAt(words, below.next, thousand) && below.number >= 1 && below.number <= 2) {
            return afterRound(words, below.number * 1000, below.next + 1);
        }
        return isAt(words, below.next, hundred) && below.number >= 1 && below.number <= 20
                ? afterRound(words, below.number * 100, below.next + 1)
                : below;
    }

    /**
     * What a thousand or a hundred may be followed by. Several digits after a hundred are read out one by one: {@code eight
     * hundred five five five}.
     */
    private Read afterRound(List<String> words, int round, int at) {
        int next = isAt(words, at, and) ? at + 1 : at;
        next = round >= 1000 && isDigit(words, next, 0) ? next + 1 : next;
        Read more = belowHundred(words, next);
        if (round >= 1000 && more != null && isAt(words, more.next, hundred)) {
            return afterRound(words, round + more.number * 100, more.next + 1);
        }
        boolean oneByOne =
                more == null || more.number == 0 || more.number < 10 && next == at && isLoneDigit(words, more.next);
        return oneByOne || isAt(words, more.next, hundred) ? new Read(round, at) : more.plus(round);
    }

    private boolean isLoneDigit(List<String> words, int at) {
        Integer digit = at < words.size() ? small.get(words.get(at)) : null;
        return digit != null && digit < 10 && !isAt(words, at + 1, hundred);
    }

    private boolean isDigit(List<String> words, int at, int digit) {
        return at < words.size() && Integer.valueOf(digit).equals(small.get(words.get(at)));
    }

    private Read belowHundred(List<String> words, int at) {
        String word = at < words.size() ? words.get(at) : "";
        if (roundOrdinals.containsKey(word)) {
            return new Read(roundOrdinals.get(word), at + 1);
        }
        if (this == FRENCH && isDigit(words, at, 4) && isAt(words, at + 1, "vingt")) {
            return afterTens(words, 80, 19, at + 2);
        }
        if (tens.containsKey(word)) {
            return afterTens(words, tens.get(word), word.equals("soixante") ? 19 : 9, at + 1);
        }
        return small.containsKey(word) ? belowTwenty(words, at) : null;
    }

    /** {@code eighty five}; {@code soixante quinze}; not {@code twenty} of {@code twenty, two thousand}. */
    private Read afterTens(List<String> words, int round, int most, int at) {
        int next = isAt(words, at, and) ? at + 1 : at;
        Read more = belowTwenty(words, next);
        boolean joins = more != null
                && more.number >= 1
                && more.number <= most
                && !isAt(words, more.next, thousand)
                && !isAt(words, more.next, hundred);
        return joins ? more.plus(round) : new Read(round, at);
    }

    /** {@code nineteen}; {@code dix neuf}. */
    private Read belowTwenty(List<String> words, int at) {
        Integer known = at < words.size() ? small.get(words.get(at)) : null;
        if (known == null) {
            return null;
        }
        Integer after = this == FRENCH && known == 10 && at + 1 < words.size() ? small.get(words.get(at + 1)) : null;
        return after != null && after >= 7 && after <= 9 ? new Read(10 + after, at + 2) : new Read(known, at + 1);
    }

    private static boolean isAt(List<String> words, int at, String word) {
        return at < words.size() && (words.get(at).equals(word) || words.get(at).equals(word + "s"));
    }
}
