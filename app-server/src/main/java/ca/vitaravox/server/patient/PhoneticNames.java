package ca.vitaravox.server.patient;

import ca.vitaravox.ports.patient.NameSounds;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.codec.language.DoubleMetaphone;
import org.apache.commons.codec.language.bm.NameType;
import org.apache.commons.codec.language.bm.PhoneticEngine;
import org.apache.commons.codec.language.bm.RuleType;

/**
 * Names as they sound. Two names are alike when Beider-Morse matching knows a language in which they are, or when their
 * Double Metaphone codes agree on at least three consonants; fewer would take Tim for Tom. What both miss, because it
 * is spelled by Irish or Scottish rules, is respelled first. Thread-safe.
 */
public final class PhoneticNames implements NameSounds {
    private static final int TELLING_CONSONANTS = 3;
    private static final int LONGEST_CODE = 12;

    private static final List<Respelling> RESPELLINGS = List.of(
            new Respelling("^mc(?=[a-z]{2})", "mac"),
            new Respelling("^siobh", "shiv"),
            new Respelling("aw(?=[^aeiouy]|$)", "au"),
            new Respelling("^geo(?=f)", "je"));

    private final DoubleMetaphone metaphone = new DoubleMetaphone();
    private final PhoneticEngine beiderMorse = new PhoneticEngine(NameType.GENERIC, RuleType.APPROX, true);

    /** Sets the matchers up; they read their rules once, here. */
    public PhoneticNames() {
        metaphone.setMaxCodeLen(LONGEST_CODE);
    }

    @Override
    public boolean alike(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return false;
        }
        String left = respelled(one);
        String right = respelled(other);
        return left.equals(right) || soundsInSomeLanguage(left, right) || sameConsonants(left, right);
    }

    private boolean soundsInSomeLanguage(String one, String other) {
        return !Collections.disjoint(codes(one), codes(other));
    }

    private boolean sameConsonants(String one, String other) {
        String code = metaphone.doubleMetaphone(one);
        return code != null && code.length() >= TELLING_CONSONANTS && code.equals(metaphone.doubleMetaphone(other));
    }

    private Set<String> codes(String name) {
        return Set.copyOf(Arrays.asList(beiderMorse.encode(name).split("[|()-]+")));
    }

    private static String respelled(String name) {
        String result = name;
        for (Respelling each : RESPELLINGS) {
            result = each.in(result);
        }
        return result;
    }

    private record Respelling(Pattern written, String heard) {
        Respelling(String written, String heard) {
            this(Pattern.compile(written), heard);
        }

        String in(String name) {
            return written.matcher(name).replaceAll(heard);
        }
    }
}
