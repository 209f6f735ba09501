package ca.vitaravox.domain.patient;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** First names that stand for each other: Bob and Robert. Each line of the file is one group. */
final class ShortForms {
    private static final String FILE = "short-forms.txt";

    /** The groups each name is in; a name may be in several (Alex). */
    private final Map<String, Set<Integer>> groups;

    private ShortForms(Map<String, Set<Integer>> groups) {
        this.groups = groups;
    }

    static ShortForms common() {
        try (InputStream file = ShortForms.class.getResourceAsStream(FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            Map<String, Set<Integer>> groups = new HashMap<>();
            int group = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    for (String name : line.strip().split("\\s+")) {
                        groups.computeIfAbsent(name, first -> new HashSet<>()).add(group);
                    }
                    group++;
                }
            }
            return new ShortForms(groups);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    /** Whether two folded first names are in one group. */
    boolean same(String one, String other) {
        return !Collections.disjoint(groups.getOrDefault(one, Set.of()), groups.getOrDefault(other, Set.of()));
    }
}
