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
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One exchange with a running OSCAR.
 *
 * @param folder {@code recordings}, or {@code classic-harness} beneath it
 * @param name the file's name
 * @param exchange request and response
 */
public record Recording(String folder, String name, JsonNode exchange) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** All of them, by name. */
    public static List<Recording> all() {
        try (Stream<Path> files = Files.walk(root())) {
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

    private static Path root() {
        try {
            return Path.of(Recording.class.getResource("/recordings").toURI());
        } catch (URISyntaxException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Recording read(Path file) {
        try {
            return new Recording(
                    file.getParent().getFileName().toString(),
                    file.getFileName().toString(),
                    MAPPER.readTree(file.toFile()));
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

    /** Those that lie in the folder itself, in the order in which they were recorded. */
    public static List<Recording> inOrder(String folder) {
        return all().stream()
                .filter(each -> each.folder.equals(folder))
                .sorted(Comparator.comparing(Recording::at))
                .toList();
    }

    /** The name without its ending. */
    public String title() {
        return name.replaceFirst("\\.json$", "");
    }

    /** When it was answered, to the second; long ago if the answer does not say. */
    public Instant at() {
        return header("Date")
                .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant())
                .orElse(Instant.EPOCH);
    }

    /** The HTTP method. */
    public String method() {
        return request().path("method").asText();
    }

    /** Path and query as they were sent. */
    public String target() {
        return request().path("url").asText().replaceFirst("^http://[^/]*", "");
    }

    /** The headers that were sent, {@code Host} among them. */
    public Map<String, String> requestHeaders() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Host", request().path("url").asText().replaceFirst("^http://([^/]*).*", "$1"));
        request()
                .path("headers")
                .properties()
                .forEach(each -> headers.put(each.getKey(), each.getValue().asText()));
        return headers;
    }

    /** The body that was sent; empty if there was none. */
    public String requestBody() {
        return request().path("body").isTextual() ? request().path("body").asText() : "";
    }

    /** A header of the answer. */
    public Optional<String> header(String header) {
        JsonNode value = exchange.path("response").path("headers").path(header);
        return value.isTextual() ? Optional.of(value.asText()) : Optional.empty();
    }

    private JsonNode request() {
        return exchange.path("request");
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
