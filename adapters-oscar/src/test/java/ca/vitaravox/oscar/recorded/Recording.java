package ca.vitaravox.oscar.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * One exchange with a running OSCAR.
 *
 * @param name the file's name
 * @param exchange request and response
 */
public record Recording(String name, JsonNode exchange) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** All of them, by name. */
    public static List<Recording> all() {
        try (Stream<Path> files = Files.walk(folder())) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(Recording::read)
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Those whose address, context left out, matches, and which succeeded. */
    public static List<Recording> of(String path) {
        return all().stream()
                .filter(each -> each.path().matches(path) && each.status() == 200)
                .toList();
    }

    private static Path folder() {
        try {
            return Path.of(Recording.class.getResource("/recordings").toURI());
        } catch (URISyntaxException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Recording read(Path file) {
        try {
            return new Recording(file.getFileName().toString(), MAPPER.readTree(file.toFile()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What follows {@code /ws/services}, without the query. */
    public String path() {
        String path = URI.create(exchange.path("request").path("url").asText().replace(' ', '+'))
                .getRawPath();
        return path.replaceFirst("^/oscar/ws/services", "");
    }

    /** The status. */
    public int status() {
        return exchange.path("response").path("status").asInt();
    }

    /** The body: a text, or the JSON it was. */
    public JsonNode body() {
        return exchange.path("response").path("body");
    }

    /** The body as it was sent, but for blanks between JSON's parts. */
    public byte[] bytes() {
        String text = body().isTextual() ? body().asText() : body().toString();
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return name;
    }
}
