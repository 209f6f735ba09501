package ca.vitaravox.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program before goes on working with the tables of the next, unless a migration says that it does not. */
class MigrationsOnlyAddTest {
    private static final Path FOLDER = Path.of("../db/src/main/resources/db/migration");
    private static final Pattern NAME = Pattern.compile("V([0-9]+)__.*\\.sql");

    /** From this migration on. */
    private static final int FIRST = 31;

    /** What a program may still use, and what it does not know that it must give. */
    private static final Pattern TAKES_AWAY = Pattern.compile("drop (table|column|view|function|type|schema)"
            + "|rename (to|column|constraint)|alter column \\w+ (set not null|type|set data type|drop default)"
            + "|add column (if not exists )?\\w+ (?:(?!default|,|;).)*not null(?:(?!default|,|;).)*(,|;|$)");

    @Test
    void no_migration_takes_anything_away_unless_it_says_so() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<String> wrong = files.filter(each -> number(each) >= FIRST)
                    .filter(each -> takesAway(read(each)))
                    .map(each -> each.getFileName().toString())
                    .toList();

            assertEquals(List.of(), wrong, "add only, or raise oldest_program()");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP TABLE slots;",
                "ALTER TABLE slots DROP COLUMN state;",
                "ALTER TABLE slots RENAME COLUMN state TO condition;",
                "ALTER TABLE slots RENAME TO places;",
                "ALTER TABLE slots ALTER COLUMN state SET NOT NULL;",
                "ALTER TABLE slots ALTER COLUMN state TYPE integer;",
                "ALTER TABLE slots ADD COLUMN colour text NOT NULL;",
                "ALTER TABLE slots\n    ADD COLUMN colour text NOT NULL,\n    ADD COLUMN shape text DEFAULT 'round';"
            })
    void what_the_program_before_would_miss_is_found(String statement) {
        assertTrue(takesAway(statement));
        assertTrue(!takesAway(statement + "\nCREATE OR REPLACE FUNCTION oldest_program() RETURNS integer;"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE slots ADD COLUMN colour text;",
                "ALTER TABLE slots ADD COLUMN colour text NOT NULL DEFAULT 'red';",
                "CREATE TABLE more (id text NOT NULL);",
                "-- DROP TABLE slots would be wrong\nCREATE INDEX ON slots (state);"
            })
    void what_it_does_not_notice_may_be_added(String statement) {
        assertTrue(!takesAway(statement));
    }

    private static boolean takesAway(String sql) {
        String statements =
                sql.replaceAll("--[^\n]*", " ").toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        return TAKES_AWAY.matcher(statements).find()
                && !statements.contains("create or replace function oldest_program");
    }

    private static int number(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        return name.matches() ? Integer.parseInt(name.group(1)) : 0;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }
}
