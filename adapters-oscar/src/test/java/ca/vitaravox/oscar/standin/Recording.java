package ca.vitaravox.oscar.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
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

/** One exchange with a real OSCAR, or with the harness around classic's libraries. */
record Recording(String name, JsonNode request, JsonNode response) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** All of a folder, in the order in which they were recorded. */
    static List<Recording> all(String folder) {
        try (Stream<Path> files = Files.list(folder(folder))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(Recording::read)
                    .sorted(Comparator.comparing(Recording::at))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path folder(String name) {
        try {
            return Path.of(Recording.class.getResource("/" + name).toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Recording read(Path file) {
        try {
            JsonNode exchange = JSON.readTree(file.toFile());
            return new Recording(exchange.get("name").asText(), exchange.get("request"), exchange.get("response"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** When it was answered, to the second; long ago if the answer does not say. */
    Instant at() {
        return header("Date")
                .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant())
                .orElse(Instant.EPOCH);
    }

    String method() {
        return request.get("method").asText();
    }

    /** Path and query. */
    String target() {
        return request.get("url").asText().replaceFirst("^http://[^/]*", "");
    }

    Map<String, String> requestHeaders() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Host", request.get("url").asText().replaceFirst("^http://([^/]*).*", "$1"));
        request.get("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asText()));
        return headers;
    }

    String requestBody() {
        return request.get("body").isNull() ? "" : request.get("body").asText();
    }

    int status() {
        return response.get("status").asInt();
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(response.get("headers").get(name)).map(JsonNode::asText);
    }

    JsonNode body() {
        return response.get("body");
    }

    @Override
    public String toString() {
        return name;
    }
}
