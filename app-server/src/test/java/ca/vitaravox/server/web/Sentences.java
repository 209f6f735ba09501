package ca.vitaravox.server.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The sentences that sources hold, so that none can be added without being said to people in their language. */
final class Sentences {
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    private Sentences() {}

    /** All sources of a module's folder. */
    static List<String> sources(String folder) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(each -> each.toString().endsWith(".java"))
                    .map(Sentences::read)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What calls are given: of each the arguments with a literal in them, as they would be joined; a number for the rest. */
    static TreeSet<String> given(List<String> sources, String call) {
        TreeSet<String> found = new TreeSet<>();
        for (String source : sources) {
            Matcher begin = Pattern.compile("\\b" + call + "\\(").matcher(source);
            while (begin.find()) {
                for (String argument : arguments(source, begin.end())) {
                    joined(argument).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private static java.util.Optional<String> joined(String argument) {
        Matcher literal = LITERAL.matcher(argument);
        StringBuilder sentence = new StringBuilder();
        int from = 0;
        boolean any = false;
        while (literal.find()) {
            sentence.append(between(argument.substring(from, literal.start()))).append(literal.group(1));
            from = literal.end();
            any = true;
        }
        sentence.append(between(argument.substring(from)));
        return any ? java.util.Optional.of(sentence.toString()) : java.util.Optional.empty();
    }

    private static String between(String code) {
        return code.replaceAll("[\\s+]", "").isEmpty() ? "" : "7";
    }

    private static List<String> arguments(String source, int begin) {
        List<String> arguments = new java.util.ArrayList<>();
        int depth = 0;
        int from = begin;
        for (int i = begin; ; i++) {
            char c = source.charAt(i);
            if (c == '"') {
                for (i++; source.charAt(i) != '"'; i++) {
                    i += source.charAt(i) == '\\' ? 1 : 0;
                }
            } else if (c == ',' && depth == 0 || c == ')' && depth == 0) {
                arguments.add(source.substring(from, i));
                from = i + 1;
                if (c == ')') {
                    return arguments;
                }
            } else if (c == '(' || c == '{') {
                depth++;
            } else if (c == ')' || c == '}') {
                depth--;
            }
        }
    }
}
