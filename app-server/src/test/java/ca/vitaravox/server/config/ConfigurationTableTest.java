package ca.vitaravox.server.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConfigurationTableTest {
    private static final Pattern ROW = Pattern.compile("\\| `([A-Z_]+)` \\| (?:`([^`]+)` )?\\| (.+) \\|");

    private static final List<Class<?>> GROUPS = List.of(VapiAccess.class, Edge.class, Watched.class);

    @Test
    void the_documented_table_has_every_key_with_its_default_and_a_meaning() throws IOException {
        List<String> documented = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("../docs/configuration.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                documented.add(row.group(1) + "=" + (row.group(2) == null ? "" : row.group(2)));
                assertFalse(row.group(3).isBlank());
            }
        }

        assertEquals(
                Arrays.stream(Setting.values())
                        .map(each -> each.key() + "=" + each.usual().orElse(""))
                        .toList(),
                documented);
    }

    @Test
    void the_record_has_one_component_for_each_key() {
        assertEquals(
                Arrays.stream(Setting.values())
                        .map(each ->
                                each.name().replace("_MS", "").replace("_", "").toLowerCase(Locale.ROOT))
                        .toList(),
                Arrays.stream(ServerConfig.class.getRecordComponents())
                        .flatMap(each -> GROUPS.contains(each.getType())
                                ? Arrays.stream(each.getType().getRecordComponents())
                                : Stream.of(each))
                        .map(each -> each.getName().toLowerCase(Locale.ROOT))
                        .toList());
    }
}
