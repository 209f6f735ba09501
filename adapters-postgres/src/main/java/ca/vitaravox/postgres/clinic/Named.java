package ca.vitaravox.postgres.clinic;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement whose parameters have names, {@code :name}, as JDBC takes it. What stands in quotes or in a comment is no
 * parameter, nor is a cast.
 *
 * @param sql with a question mark for each parameter
 * @param names of those, in their order
 */
record Named(String sql, List<String> names) {
    private static final Pattern PARAMETER = Pattern.compile(
            "'(?:[^']|'')*'|\"[^\"]*\"|--[^\n]*|/\\*.*?\\*/|::|:([a-zA-Z_][a-zA-Z0-9_]*)", Pattern.DOTALL);

    static Named of(String sql) {
        List<String> names = new ArrayList<>();
        Matcher found = PARAMETER.matcher(sql);
        StringBuilder text = new StringBuilder();
        while (found.find()) {
            String name = found.group(1);
            if (name != null) {
                names.add(name);
            }
            found.appendReplacement(text, Matcher.quoteReplacement(name == null ? found.group() : "?"));
        }
        return new Named(found.appendTail(text).toString(), List.copyOf(names));
    }
}
