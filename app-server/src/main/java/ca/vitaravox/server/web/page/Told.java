package ca.vitaravox.server.web.page;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whole sentences of the interface, said in the language of whoever looks: what is wrong with a connection, what keeps an
 * assistant from being pushed. A sentence is known by its English text in the bundles, with whatever stands at its places;
 * what stands there is said in their language, too, if it is known as a part of one.
 */
public final class Told {
    private static final List<Known> SENTENCES = known("finding.", "told.");
    private static final List<Known> PARTS = known("part.");

    private Told() {}

    private record Known(String key, Pattern pattern, int letters) {
        static Known of(String key) {
            String english = Texts.ENGLISH.text(key);
            StringBuilder pattern = new StringBuilder();
            int from = 0;
            Matcher place = Pattern.compile("\\{\\d}").matcher(english);
            while (place.find()) {
                pattern.append(quoted(english.substring(from, place.start()))).append("(.+?)");
                from = place.end();
            }
            pattern.append(quoted(english.substring(from)));
            return new Known(key, Pattern.compile(pattern.toString(), Pattern.DOTALL), english.length());
        }

        /** The interface writes straight apostrophes, people read curved ones. */
        private static String quoted(String text) {
            return text.isEmpty() ? "" : Pattern.quote(text).replace("’", "\\E['’]\\Q");
        }
    }

    /** Those with the most text first: what fits two of them is the more exact one. */
    private static List<Known> known(String... prefixes) {
        return Texts.ENGLISH.keys().stream()
                .filter(key -> List.of(prefixes).stream().anyMatch(key::startsWith))
                .map(Known::of)
                .sorted(Comparator.comparingInt(Known::letters).reversed().thenComparing(Known::key))
                .toList();
    }

    /** The sentence in that language; as it is, if it is not known. */
    public static String in(Texts texts, String sentence) {
        return sentence(texts, sentence).orElse(sentence);
    }

    /** The sentence in that language; empty if it is not known. */
    public static Optional<String> sentence(Texts texts, String sentence) {
        return find(SENTENCES, texts, sentence);
    }

    private static Optional<String> find(List<Known> known, Texts texts, String sentence) {
        for (Known each : known) {
            Matcher matcher = each.pattern().matcher(sentence);
            if (matcher.matches()) {
                Object[] at = new Object[matcher.groupCount()];
                for (int i = 0; i < at.length; i++) {
                    String part = matcher.group(i + 1);
                    at[i] = find(PARTS, texts, part).orElse(part);
                }
                return Optional.of(texts.text(each.key(), at));
            }
        }
        return Optional.empty();
    }
}
