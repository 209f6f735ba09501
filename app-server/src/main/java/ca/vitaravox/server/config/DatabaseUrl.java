package ca.vitaravox.server.config;

import ca.vitaravox.postgres.DatabaseLogin;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a PostgreSQL database is and who we are there. Its text holds no password.
 *
 * @param jdbcUrl for the driver, without user and password
 * @param user the role
 * @param password the role's password; empty where the server asks for none
 */
public record DatabaseUrl(String jdbcUrl, String user, Optional<Secret> password) {
    private static final Pattern FORM = Pattern.compile("(?:jdbc:)?postgres(?:ql)?://"
            + "(?:(?<user>[^:@/?#\\s]*)(?::(?<password>[^@/?#\\s]*))?@)?"
            + "(?<place>[^@/?#\\s]+/[^/?#\\s]+)(?:\\?(?<options>[^#\\s]*))?");

    /**
     * Reads {@code postgresql://user:password@host:port/name?option=value}, or the same with {@code jdbc:} before it;
     * {@code user} and {@code password} may be options instead.
     *
     * @throws IllegalArgumentException if it is not of that form; the message repeats nothing of it
     */
    public static DatabaseUrl of(String written) {
        Matcher url = FORM.matcher(written);
        if (!url.matches()) {
            throw new IllegalArgumentException("is not of the form postgresql://user:password@host:5432/name"
                    + " (in a password, @ : / ? # % are written %40 %3A %2F %3F %23 %25)");
        }
        String user = url.group("user");
        String password = url.group("password");
        List<String> options = new ArrayList<>();
        for (String option : url.group("options") == null
                ? new String[] {}
                : url.group("options").split("&")) {
            if (option.startsWith("user=")) {
                user = option.substring("user=".length());
            } else if (option.startsWith("password=")) {
                password = option.substring("password=".length());
            } else {
                options.add(option);
            }
        }
        if (user == null || user.isEmpty()) {
            throw new IllegalArgumentException("names no user");
        }
        return new DatabaseUrl(
                "jdbc:postgresql://" + url.group("place") + (options.isEmpty() ? "" : "?" + String.join("&", options)),
                decoded(user),
                Optional.ofNullable(password)
                        .filter(word -> !word.isEmpty())
                        .map(DatabaseUrl::decoded)
                        .map(Secret::new));
    }

    /** The same for the database adapter. */
    public DatabaseLogin login() {
        return new DatabaseLogin(jdbcUrl, user, password.map(Secret::value));
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException stray) {
            throw new IllegalArgumentException("has a % in user or password that is not written %25", stray);
        }
    }
}
