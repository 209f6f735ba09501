package ca.vitaravox.server.access;

import ca.vitaravox.ports.access.SessionId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The token that a page must send back with what it changes: made from the session, so that one of another session, or
 * one that somebody else put into a cookie, is worth nothing. Thread-safe.
 */
final class CsrfTokens {
    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] key;

    CsrfTokens(AccessTokens tokens) {
        key = tokens.derived("csrf");
    }

    String of(SessionId session) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(session.value().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    boolean isOf(SessionId session, String sent) {
        return MessageDigest.isEqual(
                of(session).getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }
}
