package ca.vitaravox.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.server.web.page.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What pages say, held against what there is to say. */
class TextsTest {
    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Pattern LITERAL_KEY =
            Pattern.compile("\\b(?:t|text|count)\\(\"([a-z][A-Za-z0-9_.]*[A-Za-z0-9_])\"");

    private static Map<String, String> templates() {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            Map<String, String> read = new TreeMap<>();
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".jte")).toList()) {
                read.put(TEMPLATES.relativize(file).toString(), Files.readString(file));
            }
            return read;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void both_languages_say_the_same_things() {
        assertEquals(new TreeSet<>(Texts.ENGLISH.keys()), new TreeSet<>(Texts.FRENCH.keys()));
    }

    @Test
    void both_languages_leave_the_same_places_open() {
        for (String key : Texts.ENGLISH.keys()) {
            assertEquals(places(Texts.ENGLISH.text(key)), places(Texts.FRENCH.text(key)), key);
        }
    }

    private static Set<String> places(String text) {
        return Pattern.compile("\\{\\d}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    @Test
    void nothing_is_said_with_nothing() {
        for (Texts texts : List.of(Texts.ENGLISH, Texts.FRENCH)) {
            texts.keys().forEach(key -> assertFalse(texts.text(key).isBlank(), key));
        }
    }

    @Test
    void every_key_a_template_names_is_there() {
        templates()
                .forEach((name, template) -> LITERAL_KEY
                        .matcher(template)
                        .results()
                        .map(found -> found.group(1))
                        .forEach(key -> assertTrue(
                                Texts.ENGLISH.has(key) || Texts.ENGLISH.has(key + ".one"),
                                () -> name + " says " + key)));
    }

    @Test
    void no_template_holds_words_of_its_own() {
        templates().forEach((name, template) -> assertEquals("", words(template), name));
    }

    @Test
    void words_in_a_template_would_be_found() {
        assertEquals("Hello", words("@param View view\n<p>Hello</p>"));
        assertEquals("Name", words("<input placeholder=\"Name\" value=\"${view.t(\"a\")}\">"));
        assertEquals("", words("@import java.util.List\n@if(a > b)\n<p class=\"x\">${view.t(\"a.b\")}</p>\n@endif"));
    }

    /** What is left of a template without its directives, expressions and tags, and what attributes say to people. */
    private static String words(String template) {
        StringBuilder left = new StringBuilder();
        String rest = template.replaceAll("(?m)^\\s*@(import|param)\\b.*$", "").replaceAll("(?s)<%--.*?--%>", "");
        rest = withoutCalls(rest);
        Pattern.compile("\\b(?:title|placeholder|alt|aria-label|label)=\"([^\"$]*)\"")
                .matcher(rest)
                .results()
                .forEach(found -> left.append(found.group(1)).append(' '));
        left.append(rest.replaceAll("(?s)<[^>]*>", " ")
                .replaceAll("@(if|for|else|elseif|endif|endfor|raw|endraw)\\b", " "));
        return left.toString().replaceAll("[^\\p{L}]+", " ").strip();
    }

    /** Takes out ${…}, !{…}, and the parentheses of @if(…), @for(…) and @template.x(…), keeping content blocks. */
    private static String withoutCalls(String template) {
        StringBuilder kept = new StringBuilder();
        for (int i = 0; i < template.length(); i++) {
            if (template.startsWith("${", i) || template.startsWith("!{", i)) {
                i = end(template, i + 1, '{', '}');
            } else if (template.startsWith("@template.", i)
                    || template.startsWith("@if(", i)
                    || template.startsWith("@elseif(", i)
                    || template.startsWith("@for(", i)) {
                int open = template.indexOf('(', i);
                int close = end(template, open, '(', ')');
                Pattern.compile("(?s)@`(.*)`")
                        .matcher(template.substring(open, close))
                        .results()
                        .forEach(content -> kept.append(withoutCalls(content.group(1))));
                i = close;
            } else {
                kept.append(template.charAt(i));
            }
        }
        return kept.toString().replaceAll("(?m)^\\s*`.*$", "");
    }

    private static int end(String text, int open, char opens, char closes) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            depth += text.charAt(i) == opens ? 1 : text.charAt(i) == closes ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new AssertionError(
                "nothing ends what begins at " + text.substring(open, Math.min(text.length(), open + 40)));
    }
}
