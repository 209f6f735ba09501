package ca.vitaravox.domain.patient;

import ca.vitaravox.ports.patient.NameSounds;
import ca.vitaravox.ports.patient.PatientName;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Whether a name as heard on a telephone is the name on a chart: case, accents, hyphens, apostrophes, Mc and Mac, common
 * short forms, a part of a compound name, and sound-alikes. Generous, because a second factor decides. Thread-safe.
 */
public final class HeardNames {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern DROPPED = Pattern.compile("['’ʼ`.]");
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}]+");
    private static final Pattern MAC = Pattern.compile("\\bma?c(?=\\p{L}{3})");
    private static final int SHORTEST_PART = 3;

    private final NameSounds sounds;
    private final ShortForms shortForms = ShortForms.common();

    /** Names compared with the phonetics given. */
    public HeardNames(NameSounds sounds) {
        this.sounds = sounds;
    }

    /** Whether both names agree; also with first and last exchanged, as some languages say them. */
    public boolean same(PatientName heard, PatientName chart) {
        return sameFirst(heard.first(), chart.first()) && sameLast(heard.last(), chart.last())
                || sameFirst(heard.last(), chart.first()) && sameLast(heard.first(), chart.last());
    }

    /** Whether first names agree. */
    boolean sameFirst(String heard, String chart) {
        String said = folded(heard);
        String written = folded(chart);
        return alike(said, written)
                || parts(written).stream().anyMatch(part -> alike(said, part))
                || shortForms.same(joined(said), joined(written));
    }

    /** Whether a first name agrees, or the whole name, which many say or pass when asked for the first. */
    boolean sameFirst(String heard, PatientName chart) {
        List<String> said = words(folded(heard));
        return sameFirst(heard, chart.first())
                || IntStream.range(1, said.size())
                        .anyMatch(at -> sameFirst(String.join(" ", said.subList(0, at)), chart.first())
                                && sameLast(String.join(" ", said.subList(at, said.size())), chart.last()));
    }

    private boolean sameLast(String heard, String chart) {
        String said = folded(heard);
        String written = folded(chart);
        return alike(said, written) || parts(written).stream().anyMatch(part -> alike(said, part));
    }

    /** How many of the words heard are, or sound like, a word of a name. */
    public int wordsShared(String heard, String name) {
        List<String> written = words(folded(name));
        return (int) words(folded(heard)).stream()
                .filter(said -> written.stream().anyMatch(word -> alike(said, word)))
                .count();
    }

    private boolean alike(String said, String written) {
        String one = joined(said);
        String other = joined(written);
        return !one.isEmpty() && (one.equals(other) || bothLatin(one, other) && sounds.alike(one, other));
    }

    /** The parts of a compound name long enough to stand for it: Tremblay and Roy of Tremblay-Roy. */
    private static List<String> parts(String folded) {
        List<String> words = words(folded);
        return words.size() < 2
                ? List.of()
                : words.stream().filter(word -> word.length() >= SHORTEST_PART).toList();
    }

    /** Lower case without accents and apostrophes, words separated by one blank, Mac written Mc. */
    static String folded(String name) {
        String plain =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
        String lower = plain.toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replace("ø", "o")
                .replace("ł", "l");
        String words = SEPARATORS
                .matcher(DROPPED.matcher(lower).replaceAll(""))
                .replaceAll(" ")
                .strip();
        return MAC.matcher(words.replaceAll("\\b(ma?c) (?=\\p{L})", "$1")).replaceAll("mc");
    }

    private static List<String> words(String folded) {
        return folded.isEmpty() ? List.of() : Arrays.asList(folded.split(" "));
    }

    private static String joined(String folded) {
        return folded.replace(" ", "");
    }

    private static boolean bothLatin(String one, String other) {
        return one.chars().allMatch(HeardNames::isLatin) && other.chars().allMatch(HeardNames::isLatin);
    }

    private static boolean isLatin(int character) {
        return character >= 'a' && character <= 'z';
    }
}
