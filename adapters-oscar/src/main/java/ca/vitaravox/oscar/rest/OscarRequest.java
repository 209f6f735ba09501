package ca.vitaravox.oscar.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One question to OSCAR, unsigned. Its text names no patient.
 *
 * @param method {@code GET} or {@code POST}
 * @param path what follows {@code /ws/services}, percent-encoded as RFC 3986 wants it, a space as {@code %20}
 * @param body JSON, if it has a body
 */
public record OscarRequest(String method, String path, Optional<String> body) {
    /** A question without a body. */
    public static OscarRequest get(String path) {
        return new OscarRequest("GET", path, Optional.empty());
    }

    /** A question with a body. */
    public static OscarRequest post(String path, JsonNode body) {
        return new OscarRequest("POST", path, Optional.of(body.toString()));
    }

    /** A text as one part of a path. */
    public static String part(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    @Override
    public String toString() {
        return method + " " + path.replaceAll("[?].*", "").replaceAll("/[0-9]{1,9}(?=/|$)", "/n");
    }
}
