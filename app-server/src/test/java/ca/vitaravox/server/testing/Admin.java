package ca.vitaravox.server.testing;

import ca.vitaravox.ports.access.Account;
import ca.vitaravox.ports.access.EmailAddress;
import ca.vitaravox.ports.access.Password;
import ca.vitaravox.ports.access.Role;
import ca.vitaravox.ports.access.Session;
import ca.vitaravox.ports.access.SessionId;
import ca.vitaravox.ports.access.User;
import ca.vitaravox.ports.access.UserId;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.server.access.AccessTokens;
import ca.vitaravox.server.access.BcryptPasswords;
import ca.vitaravox.server.access.RandomSecrets;
import ca.vitaravox.server.access.TotpCodes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** People at the administration of the {@link TestServer}; each from a network of their own, unless they say another. */
public final class Admin {
    /** Everybody's first password. */
    public static final String PASSWORD = "seven plain kites";

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();
    private static final String HASH = new BcryptPasswords().hash(new Password(PASSWORD));

    private Admin() {}

    /** Adds a user with {@link #PASSWORD} as their own. */
    public static User user(Role role, ClinicId... clinics) {
        String id = new RandomSecrets().id();
        User user = new User(
                new UserId(id),
                new EmailAddress(
                        "u" + id.hashCode() + ThreadLocalRandom.current().nextInt() + "@clinic.test"),
                "Somebody",
                role,
                Set.of(clinics),
                false,
                false,
                1,
                Instant.now());
        TestServer.running()
                .database()
                .access()
                .users()
                .add(new Account(user, HASH, Optional.empty(), Optional.empty()));
        return user;
    }

    /** The server's own origin. */
    public static String origin() {
        return "http://127.0.0.1:" + TestServer.running().port();
    }

    /** Some address to come from, as many signing in from one would be held off. */
    public static String somewhere() {
        return "198.51." + random() + "." + random();
    }

    /** Sends a request; a body is sent as JSON. What openapi.yaml says of the answer must be true. */
    public static HttpResponse<String> send(String method, String path, Object body, Map<String, String> headers) {
        return send(origin(), method, path, body, headers);
    }

    /** The same, to another server on the same database. */
    public static HttpResponse<String> send(
            String origin, String method, String path, Object body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin + path));
        request.setHeader("X-Forwarded-For", somewhere());
        if (body != null) {
            request.setHeader("Content-Type", "application/json");
        }
        headers.forEach(request::setHeader);
        try {
            HttpRequest.BodyPublisher content = body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(
                            body instanceof String text ? text : JSON.writeValueAsString(body));
            // what the server cannot read ends the connection, under whatever would be sent on it next
            HttpClient http = path.contains("%00") ? HttpClient.newHttpClient() : HTTP;
            HttpResponse<String> answer =
                    http.send(request.method(method, content).build(), HttpResponse.BodyHandlers.ofString());
            OpenApi.check(method, path, answer);
            Seeded.absentFromError(answer.statusCode(), answer.body(), method + " " + path);
            return answer;
        } catch (IOException | InterruptedException broken) {
            throw new AssertionError(method + " " + path, broken);
        }
    }

    private static int random() {
        return ThreadLocalRandom.current().nextInt(256);
    }

    /** The body of an answer. */
    public static JsonNode read(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (Exception broken) {
            throw new AssertionError(answer.statusCode() + " " + answer.body(), broken);
        }
    }

    /** The headers of whoever has this token. */
    public static Map<String, String> bearer(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }

    /** Logs in with password alone. */
    public static HttpResponse<String> login(User user, String password) {
        return send("POST", "/api/auth/login", Map.of("email", user.email().value(), "password", password), Map.of());
    }

    /** An access token of a session that may do everything its user may: logs in and sets up a second factor. */
    public static String fullToken(User user) {
        String token = read(login(user, PASSWORD)).get("accessToken").asText();
        enrol(token);
        return token;
    }

    /** An access token of a session as {@link #fullToken} has one, without the login, which takes long. */
    public static String token(User user) {
        Instant now = Instant.now();
        Session session =
                new Session(new SessionId(new RandomSecrets().id()), user.id(), Session.Kind.API, true, now, now);
        TestServer.running().database().access().sessionLedger().open(session, new RandomSecrets().id());
        return new AccessTokens(TestServer.JWT_SECRET, InstantSource.system()).issue(session);
    }

    /** Sets up a second factor; returns its secret and then the recovery codes. */
    public static List<String> enrol(String token) {
        JsonNode begun = read(send("POST", "/api/auth/totp", Map.of("currentPassword", PASSWORD), bearer(token)));
        String secret = begun.get("secret").asText();
        JsonNode confirmed = read(send(
                "POST",
                "/api/auth/totp/confirm",
                Map.of("enrolment", begun.get("enrolment").asText(), "code", code(secret, 0)),
                bearer(token)));
        java.util.ArrayList<String> made = new java.util.ArrayList<>(List.of(secret));
        confirmed.get("recoveryCodes").forEach(each -> made.add(each.asText()));
        return made;
    }

    /** The code so many steps from now. */
    public static String code(String secret, int steps) {
        return code(secret, Instant.now(), steps);
    }

    /** The code so many steps from a moment. */
    public static String code(String secret, Instant from, int steps) {
        TotpCodes codes = new TotpCodes();
        return codes.code(secret, codes.step(from) + steps);
    }
}
