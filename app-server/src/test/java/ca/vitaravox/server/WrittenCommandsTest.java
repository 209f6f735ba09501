package ca.vitaravox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Whoever types a command as it is written somewhere, types one that there is. */
class WrittenCommandsTest {
    private static final Pattern WRITTEN = Pattern.compile("(?:\\./|/opt/vitaravox/)vitaravox ([^`|#>\\n]*)");
    private static final Pattern WORD = Pattern.compile("'[^']*'|\\S+");

    private static Set<String> written() throws IOException {
        Set<String> commands = new TreeSet<>();
        for (Path page : pages()) {
            WRITTEN.matcher(Files.readString(page))
                    .results()
                    .forEach(found -> commands.add(found.group(1).strip()));
        }
        commands.remove("");
        return commands;
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        for (String folder : new String[] {"../docs", "../deploy"}) {
            try (Stream<Path> all = Files.walk(Path.of(folder))) {
                all.filter(each -> Files.isRegularFile(each) && !each.toString().endsWith(".svg"))
                        .forEach(pages::add);
            }
        }
        pages.add(Path.of("../README.md"));
        pages.add(Path.of("../CONTRIBUTING.md"));
        return pages;
    }

    /** What is left out in prose, such as whose it is, is no mistake; a word that means nothing is. */
    private static boolean isOne(String command) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        CommandLine line = Main.commandLine(Map.of(), nowhere, nowhere);
        String[] words =
                WORD.matcher(command).results().map(word -> word.group()).toArray(String[]::new);
        try {
            line.parseArgs(words);
            return true;
        } catch (UnmatchedArgumentException unknown) {
            return false;
        } catch (ParameterException lacking) {
            return true;
        }
    }

    @Test
    void every_command_that_is_written_somewhere_is_one() throws IOException {
        Set<String> written = written();

        assertTrue(written.size() > 20, written::toString);
        assertEquals(
                Set.of(), written.stream().filter(each -> !isOne(each)).collect(Collectors.toCollection(TreeSet::new)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"docter", "audit verify --anchor FILE", "admin create-users", "keys webhook CLINIC --rotate"})
    void what_is_none_is_found(String command) {
        assertTrue(!isOne(command));
    }
}
