package ca.vitaravox.vapi.speech;

import ca.vitaravox.vapi.speech.NumberWords.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Numbers that are read out, digit by digit or in pairs and hundreds as people group them, in English, French and
 * Chinese. Immutable, thread-safe.
 */
public final class SpokenDigits {
    private static final int LONGEST = 200;
    /** A pause: what is said before it and after it is not one number. */
    private static final Pattern PAUSES = Pattern.compile("[,;.、，。]+");

    private static final Pattern BLANKS = Pattern.compile("[\\s-]+");
    private static final Map<String, Integer> TIMES = Map.of("double", 2, "triple", 3, "treble", 3);
    private static final Set<String> BETWEEN =
            Set.of("", "and", "then", "dash", "hyphen", "space", "et", "puis", "tiret", "espace");

    private SpokenDigits() {}

    /**
     * The digits meant by {@code nine eight seven, double six, oh}, {@code sixty-four twelve}, {@code soixante-quatre
     * douze}, {@code 九八七}; whatever is no number's name stays as it is, and if there are none of these the text stays as
     * it came.
     */
    public static String of(String said) {
        if (said.length() > LONGEST) {
            return said;
        }
        StringBuilder digits = new StringBuilder();
        boolean spoken = false;
        for (String phrase : PAUSES.split(Wording.folded(said))) {
            String figures = ChineseNumbers.inFigures(phrase);
            List<Part> parts = parts(BLANKS.matcher(figures).replaceAll(" ").strip());
            spoken |= !figures.equals(phrase)
                    || parts.stream().anyMatch(part -> part.number().isPresent());
            digits.append(joined(parts));
        }
        return spoken ? digits.toString() : said;
    }

    /** In the language that leaves fewer words unread. */
    private static List<Part> parts(String phrase) {
        List<Part> english = NumberWords.ENGLISH.parts(phrase);
        List<Part> french = NumberWords.FRENCH.parts(phrase);
        return unread(french) < unread(english) ? french : english;
    }

    private static long unread(List<Part> parts) {
        return parts.stream().filter(part -> part.number().isEmpty()).count();
    }

    private static String joined(List<Part> parts) {
        List<String> joined = new ArrayList<>();
        int times = 1;
        for (Part part : parts) {
            if (TIMES.containsKey(part.word())) {
                times = TIMES.get(part.word());
            } else if (!BETWEEN.contains(part.inFigures())) {
                joined.add(part.inFigures().repeat(times));
                times = 1;
            }
        }
        return String.join("", joined);
    }
}
