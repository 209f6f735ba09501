package ca.vitaravox.vapi.assistant;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Texts kept beside these classes, in UTF-8. */
final class Texts {
    private Texts() {}

    static String text(String name) {
        try (InputStream in = stream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    static Properties properties(String name) {
        Properties properties = new Properties();
        try (InputStreamReader in = new InputStreamReader(stream(name), StandardCharsets.UTF_8)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
        return properties;
    }

    private static InputStream stream(String name) {
        InputStream in = Texts.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException(name + " is missing beside its class");
        }
        return in;
    }

    /** A clinic's own words, without what the platform's templates would take for a command; cut where too long. */
    static String plain(String words, int longest) {
        String plain = words.replaceAll("[{}%\\p{Cc}]+", " ").strip();
        return plain.codePointCount(0, plain.length()) <= longest
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, longest)).strip();
    }
}
