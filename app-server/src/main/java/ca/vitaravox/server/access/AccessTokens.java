package ca.vitaravox.server.access;

import ca.vitaravox.ports.access.Session;
import ca.vitaravox.ports.access.SessionId;
import ca.vitaravox.ports.access.UserId;
import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTVerifier;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTVerificationException;
import com.auth0.jwt.interfaces.DecodedJWT;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Access tokens: JWTs that name a session for 15 minutes and say nothing else. Role, clinics and whether the session goes
 * on are read where they are kept, at every request. The algorithm is ours to choose, not the token's. Thread-safe.
 */
public final class AccessTokens {
    /** How long one counts. */
    public static final Duration LASTS = Duration.ofMinutes(15);

    private static final String ISSUER = "vitaravox";
    private static final String AUDIENCE = "vitaravox-admin";
    private static final String TYPE = "at+jwt";
    private static final int LONGEST = 2_000;
    private static final int KEY_ID_LENGTH = 8;

    private final byte[] secret;
    private final Algorithm algorithm;
    private final String keyId;
    private final JWTVerifier verifier;
    private final InstantSource clock;

    /** Tokens under this secret of 32 characters or more. */
    public AccessTokens(String secret, InstantSource clock) {
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
        this.clock = clock;
        algorithm = Algorithm.HMAC256(derived("access-token"));
        keyId = HexFormat.of().formatHex(derived("key-id")).substring(0, KEY_ID_LENGTH);
        JWTVerifier.BaseVerification rules = (JWTVerifier.BaseVerification) JWT.require(algorithm)
                .withIssuer(ISSUER)
                .withAnyOfAudience(AUDIENCE)
                .withClaimPresence("exp")
                .withClaimPresence("iat");
        verifier = rules.build(inZone(clock));
    }

    /** A key for one purpose only. */
    byte[] derived(String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(("vitaravox/" + purpose).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static Clock inZone(InstantSource clock) {
        return clock.withZone(ZoneOffset.UTC);
    }

    /** A token for a session. */
    public String issue(Session session) {
        Instant now = clock.instant();
        return JWT.create()
                .withHeader(Map.of("typ", TYPE))
                .withKeyId(keyId)
                .withIssuer(ISSUER)
                .withAudience(AUDIENCE)
                .withSubject(session.user().value())
                .withClaim("sid", session.id().value())
                .withIssuedAt(now)
                .withExpiresAt(now.plus(LASTS))
                .sign(algorithm);
    }

    /** Whose session a token names. */
    public Optional<Named> read(String token) {
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            DecodedJWT read = verifier.verify(token);
            return TYPE.equals(read.getType()) && keyId.equals(read.getKeyId())
                    ? Optional.of(new Named(
                            new UserId(read.getSubject()),
                            new SessionId(read.getClaim("sid").asString())))
                    : Optional.empty();
        } catch (JWTVerificationException | IllegalArgumentException | NullPointerException refused) {
            return Optional.empty();
        }
    }

    /**
     * What a token says.
     *
     * @param user the user
     * @param session the session
     */
    public record Named(UserId user, SessionId session) {}
}
