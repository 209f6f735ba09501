package ca.vitaravox.server.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the pages about security name exists, and no requirement of the standard is passed over. */
class SecurityPagesTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z]+(?:Test|IT|Contract))`");
    private static final Pattern ROW = Pattern.compile("\\| (\\d+\\.\\d+\\.\\d+) \\| ([^|]+) \\| ([^|]+) \\|");

    /** ASVS 5.0.0, levels 1 and 2: each section with the last of its requirements; those of level 3 come after. */
    private static final Set<String> REQUIREMENTS = requirements(
            "2.1-3", "2.2-3", "2.3-4", "2.4-1", //
            "4.1-3", "4.2-1", "4.3-2", "4.4-4", //
            "6.1-3", "6.2-12", "6.3-4", "6.4-4", "6.5-5", "6.6-3", "6.8-4", //
            "7.1-3", "7.2-4", "7.3-2", "7.4-5", "7.5-2", "7.6-2", //
            "8.1-2", "8.2-3", "8.3-1", "8.4-1", //
            "9.1-3", "9.2-4", //
            "11.1-2", "11.2-3", "11.3-3", "11.4-4", "11.5-1", "11.6-1", //
            "13.1-1", "13.2-5", "13.3-2", "13.4-5", //
            "14.1-2", "14.2-4", "14.3-3", //
            "16.1-1", "16.2-5", "16.3-4", "16.4-3", "16.5-3");

    private static Set<String> requirements(String... sections) {
        return Stream.of(sections)
                .map(section -> section.split("-"))
                .flatMap(parts -> IntStream.rangeClosed(1, Integer.parseInt(parts[1]))
                        .mapToObj(number -> parts[0] + "." + number))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> tests() throws IOException {
        Set<String> tests = new TreeSet<>();
        try (Stream<Path> modules = Files.list(ROOT)) {
            for (Path sources : modules.map(each -> each.resolve("src/test"))
                    .filter(Files::isDirectory)
                    .toList()) {
                try (Stream<Path> files = Files.walk(sources)) {
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".java"))
                            .forEach(name -> tests.add(name.replace(".java", "")));
                }
            }
        }
        return tests;
    }

    private static List<String> named(String text) {
        return TEST.matcher(text).results().map(each -> each.group(1)).toList();
    }

    @Test
    void every_test_that_is_named_exists() throws IOException {
        Set<String> tests = tests();
        for (String page : List.of("docs/security.md", "docs/asvs.md")) {
            List<String> named = named(Files.readString(ROOT.resolve(page)));
            assertTrue(named.size() > 30, page);
            assertEquals(
                    List.of(),
                    named.stream().filter(each -> !tests.contains(each)).toList(),
                    page);
        }
    }

    @Test
    void every_threat_has_a_test() throws IOException {
        List<String> threats = Files.readString(ROOT.resolve("docs/security.md"))
                .lines()
                .dropWhile(line -> !line.startsWith("| threat"))
                .takeWhile(line -> line.startsWith("|"))
                .skip(2)
                .toList();
        assertTrue(threats.size() > 20);
        assertEquals(
                List.of(),
                threats.stream().filter(threat -> named(threat).isEmpty()).toList());
    }

    @Test
    void every_requirement_of_the_standard_has_a_row_with_tests_or_a_reason() throws IOException {
        List<String> rows = new ArrayList<>();
        Matcher row = ROW.matcher(Files.readString(ROOT.resolve("docs/asvs.md")));
        for (MatchResult each : row.results().toList()) {
            rows.add(each.group(1));
            assertTrue(!named(each.group(3)).isEmpty() || each.group(3).strip().length() >= 12, each.group(1));
        }
        assertEquals(REQUIREMENTS, new TreeSet<>(rows));
        assertEquals(REQUIREMENTS.size(), rows.size(), "each once");
    }
}
