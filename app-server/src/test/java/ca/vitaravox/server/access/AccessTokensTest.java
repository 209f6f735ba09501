package ca.vitaravox.server.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ca.vitaravox.ports.access.Session;
import ca.vitaravox.ports.access.SessionId;
import ca.vitaravox.ports.access.UserId;
import ca.vitaravox.server.testing.TestServer;
import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTCreator;
import com.auth0.jwt.algorithms.Algorithm;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccessTokensTest {
    private Instant now = Instant.parse("2026-03-02T17:00:00Z");
    private final AccessTokens tokens = new AccessTokens(TestServer.JWT_SECRET, () -> now);
    private final Session session =
            new Session(new SessionId("s1"), new UserId("u1"), Session.Kind.API, true, now, now);
    private final String good = tokens.issue(session);

    private JWTCreator.Builder like() {
        return JWT.create()
                .withHeader(Map.of("typ", "at+jwt"))
                .withKeyId(JWT.decode(good).getKeyId())
                .withIssuer("vitaravox")
                .withAudience("vitaravox-admin")
                .withSubject("u1")
                .withClaim("sid", "s1")
                .withIssuedAt(now)
                .withExpiresAt(now.plusSeconds(60));
    }

    private Algorithm ours() {
        return Algorithm.HMAC256(tokens.derived("access-token"));
    }

    private void assertRefused(String token) {
        assertEquals(Optional.empty(), tokens.read(token));
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_token_names_its_session_for_fifteen_minutes() {
        assertEquals(Optional.of(new AccessTokens.Named(new UserId("u1"), new SessionId("s1"))), tokens.read(good));
        assertEquals(
                tokens.read(good), tokens.read(like().sign(ours())), "the imitation below is good but for its flaw");
        now = now.plus(AccessTokens.LASTS).minusSeconds(1);
        assertFalse(tokens.read(good).isEmpty());
        now = now.plusSeconds(2);
        assertRefused(good);
    }

    @Test
    void it_says_nothing_of_role_or_clinics() {
        assertEquals(
                java.util.Set.of("iss", "aud", "sub", "sid", "iat", "exp"),
                JWT.decode(good).getClaims().keySet());
    }

    @Test
    void a_token_without_signature_is_refused_however_it_is_written() {
        String claims = good.split("\\.")[1];
        for (String algorithm : new String[] {"none", "None", "NONE", "nOnE"}) {
            String header = part("{\"alg\":\"" + algorithm + "\",\"typ\":\"at+jwt\",\"kid\":\""
                    + JWT.decode(good).getKeyId() + "\"}");
            assertRefused(header + "." + claims + ".");
            assertRefused(header + "." + claims + "." + good.split("\\.")[2]);
        }
        assertRefused(like().sign(Algorithm.none()));
    }

    @Test
    void another_key_and_another_algorithm_are_refused() {
        assertRefused(like().sign(Algorithm.HMAC256("another secret of thirty-two characters")));
        assertRefused(like().sign(Algorithm.HMAC256(TestServer.JWT_SECRET)));
        assertRefused(like().sign(Algorithm.HMAC512(tokens.derived("access-token"))));
        assertRefused(new AccessTokens("another secret of thirty-two characters", () -> now).issue(session));
    }

    @Test
    void another_audience_issuer_type_or_key_id_is_refused() {
        assertRefused(like().withAudience("somebody-else").sign(ours()));
        assertRefused(like().withIssuer("somebody-else").sign(ours()));
        assertRefused(like().withHeader(Map.of("typ", "JWT")).sign(ours()));
        assertRefused(like().withKeyId("other").sign(ours()));
    }

    @Test
    void a_token_without_end_without_session_or_from_the_future_is_refused() {
        assertRefused(JWT.create()
                .withHeader(Map.of("typ", "at+jwt"))
                .withKeyId(JWT.decode(good).getKeyId())
                .withIssuer("vitaravox")
                .withAudience("vitaravox-admin")
                .withSubject("u1")
                .withClaim("sid", "s1")
                .withIssuedAt(now)
                .sign(ours()));
        assertRefused(like().withNullClaim("sid").sign(ours()));
        assertRefused(like().withIssuedAt(now.plusSeconds(60)).sign(ours()));
        assertRefused(like().withNotBefore(now.plusSeconds(30)).sign(ours()));
    }

    @Test
    void what_is_no_token_is_refused() {
        for (String text : new String[] {"", ".", "..", "a.b.c", "x".repeat(5_000), new RandomSecrets().token()}) {
            assertRefused(text);
        }
    }
}
