package ca.vitaravox.ports.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A SHA-256.
 *
 * @param hex in 64 hexadecimal digits, in lower case
 */
public record Hash(String hex) {
    /** What the first entry of a chain follows. */
    public static final Hash NONE = new Hash("0".repeat(64));

    private static final char FIRST_PRINTABLE = ' ';

    /** Such digits. */
    public Hash {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256");
        }
    }

    /** These bytes, as kept. */
    public static Hash of(byte[] bytes) {
        return new Hash(HexFormat.of().formatHex(bytes));
    }

    /** The hash of texts: of their array as RFC 8785 (JSON Canonicalization Scheme) writes it, in UTF-8. */
    public static Hash of(List<Optional<String>> texts) {
        String array = texts.stream()
                .map(text -> text.map(Hash::quoted).orElse("null"))
                .collect(Collectors.joining(",", "[", "]"));
        try {
            return of(MessageDigest.getInstance("SHA-256").digest(array.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        text.chars().forEach(c -> quoted.append(escaped((char) c)));
        return quoted.append('"').toString();
    }

    private static String escaped(char c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> c < FIRST_PRINTABLE ? String.format("\\u%04x", (int) c) : String.valueOf(c);
        };
    }

    @Override
    public String toString() {
        return hex;
    }
}
