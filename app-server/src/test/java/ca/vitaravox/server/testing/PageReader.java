package ca.vitaravox.server.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/**
 * Somebody who reads the pages of the web application and sends their forms.
 *
 * @param token their access token
 */
public record PageReader(String token) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** The answer to a page. */
    public HttpResponse<String> get(String path) {
        return send(path, HttpRequest.newBuilder().GET());
    }

    /** A page, which must be there. */
    public String read(String path) {
        HttpResponse<String> answer = get(path);
        assertEquals(200, answer.statusCode(), () -> path + ": " + answer.body());
        return answer.body();
    }

    /** What a form without fields is answered with, which must be a page. */
    public String post(String path) {
        return post(path, "");
    }

    /** What a form is answered with, which must be a page. */
    public String post(String path, String form) {
        HttpResponse<String> answer = send(
                path,
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("HX-Request", "true")
                        .POST(HttpRequest.BodyPublishers.ofString(form)));
        assertTrue(answer.body().startsWith("<!DOCTYPE html>"), () -> path + ": " + answer.body());
        return answer.body();
    }

    private HttpResponse<String> send(String path, HttpRequest.Builder request) {
        try {
            return HTTP.send(
                    request.uri(URI.create(Admin.origin() + path))
                            .header("Authorization", "Bearer " + token)
                            .header("Origin", Admin.origin())
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException broken) {
            throw new AssertionError(path, broken);
        }
    }
}
