package ca.vitaravox.domain.patient;

import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.patient.PatientLookup.ByName;
import ca.vitaravox.ports.patient.PatientLookup.ByPhone;
import ca.vitaravox.ports.patient.PatientName;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a guess is aimed at, as far as it was said: a name, or a number that is claimed. Failed attempts count on it as
 * on a chart, under an id no chart has. Charts alone would not do: an EMR finds no name that is spelled another way, so
 * one could be tried with date after date without ever counting on the chart it sounds like; and a limit that closed
 * for names and numbers on file only would tell which those are.
 */
final class Aim {
    /** Letters that are taken for each other, as in Soundex; the others are vowels, or as good as silent. */
    private static final List<String> SOUNDS = List.of("bfpv", "cgjkqsxz", "dt", "l", "mn", "r");

    private static final String SILENT = "aehiouwy";

    private Aim() {}

    static Set<PatientId> of(ByName said) {
        return of(said.name());
    }

    static Set<PatientId> of(PatientName name) {
        return id(Stream.of(name.first(), name.last())
                .map(Aim::sound)
                .sorted()
                .collect(Collectors.joining(" ", "name ", "")));
    }

    static Set<PatientId> of(ByPhone said) {
        return said.claimed().map(number -> id("phone " + number.e164())).orElse(Set.of());
    }

    /** A digest, for the ledger is no place for names and numbers; few share one, and those share their attempts. */
    private static Set<PatientId> id(String aim) {
        return Set.of(new PatientId("~" + Integer.toHexString(aim.hashCode())));
    }

    /** Coarser than any phonetics of names, so that however many spellings there are, there are few sounds. */
    private static String sound(String name) {
        String letters = HeardNames.folded(name).replace(" ", "");
        StringBuilder sound = new StringBuilder();
        int before = -1;
        for (int letter : letters.codePoints().toArray()) {
            int kind = kind(letter);
            if (kind != before && SILENT.indexOf(letter) < 0) {
                sound.appendCodePoint(kind);
            }
            before = kind;
        }
        return sound.isEmpty() ? letters : sound.toString();
    }

    private static int kind(int letter) {
        for (int i = 0; i < SOUNDS.size(); i++) {
            if (SOUNDS.get(i).indexOf(letter) >= 0) {
                return '1' + i;
            }
        }
        return letter;
    }
}
