package ca.vitaravox.oscar.standin;

import ca.vitaravox.oscar.standin.RawHttp.Answer;
import ca.vitaravox.oscar.standin.oauth.OAuthRequest;
import ca.vitaravox.oscar.standin.oauth.Parameter;
import ca.vitaravox.oscar.standin.oauth.Signature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Signs requests for the stand-in and sends them, one connection each. */
final class SigningClient {
    private static final AtomicInteger NONCES = new AtomicInteger();

    private final URI server;
    private final ClientRow client;
    private final String token;
    private final String tokenSecret;

    SigningClient(StandInOscar oscar, ClientRow client, AccessTokenRow token) {
        this(oscar, client, token.token(), token.secret());
    }

    SigningClient(StandInOscar oscar, ClientRow client, String token, String tokenSecret) {
        this.server = oscar.baseUrl();
        this.client = client;
        this.token = token;
        this.tokenSecret = tokenSecret;
    }

    /** What is to be different about a request. */
    record Twist(String nonce, Instant at, String method, String signedHost, List<Parameter> more) {
        static Twist at(Instant when) {
            return new Twist("nonce" + NONCES.incrementAndGet(), when, "HMAC-SHA1", null, List.of());
        }

        Twist nonce(String other) {
            return new Twist(other, at, method, signedHost, more);
        }

        Twist method(String other) {
            return new Twist(nonce, at, other, signedHost, more);
        }

        Twist host(String other) {
            return new Twist(nonce, at, method, other, more);
        }

        Twist with(String name, String value) {
            return new Twist(nonce, at, method, signedHost, List.of(new Parameter(name, value)));
        }
    }

    Answer get(String path, Twist twist) {
        return send("GET", path, "", twist, Map.of());
    }

    Answer post(String path, String json, Twist twist) {
        return send("POST", path, json, twist, Map.of("Content-Type", "application/json"));
    }

    Answer send(String method, String path, String body, Twist twist, Map<String, String> headers) {
        try {
            Map<String, String> all = new LinkedHashMap<>(headers);
            all.put("Host", server.getAuthority());
            all.put("Authorization", authorization(method, path, twist));
            return RawHttp.send(server, method, server.getRawPath() + path, all, body);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    String authorization(String method, String path, Twist twist) {
        List<Parameter> signed = new ArrayList<>(List.of(
                new Parameter("oauth_consumer_key", client.key()),
                new Parameter("oauth_signature_method", twist.method()),
                new Parameter("oauth_timestamp", Long.toString(twist.at().getEpochSecond())),
                new Parameter("oauth_nonce", twist.nonce())));
        if (!token.isEmpty()) {
            signed.add(new Parameter("oauth_token", token));
        }
        signed.addAll(twist.more());
        String[] parts = path.split("\\?", 2);
        List<Parameter> all = new ArrayList<>(signed);
        all.addAll(Parameter.ofQuery(parts.length == 1 ? "" : parts[1]));
        String host = twist.signedHost() == null ? server.getAuthority() : twist.signedHost();
        OAuthRequest request = new OAuthRequest(method, "http://" + host + server.getRawPath() + parts[0], all);
        String signature = twist.method().equals("PLAINTEXT")
                ? client.secret() + "&" + tokenSecret
                : new Signature(client.secret(), tokenSecret).hmacSha1(request);
        signed.add(new Parameter("oauth_signature", signature));
        return signed.stream()
                .map(parameter -> parameter.name() + "=\""
                        + URLEncoder.encode(parameter.value(), StandardCharsets.UTF_8)
                                .replace("+", "%20") + "\"")
                .collect(Collectors.joining(", ", "OAuth ", ""));
    }
}
