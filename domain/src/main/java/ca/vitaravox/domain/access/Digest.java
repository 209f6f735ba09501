package ca.vitaravox.domain.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests of what is random enough not to be guessed from them, or not secret at all. */
final class Digest {
    private Digest() {}

    /** SHA-256 in hex, apart from digests made for another purpose. */
    static String of(String purpose, String value) {
        try {
            byte[] text = (purpose + ":" + value).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** Of a refresh token. */
    static String token(String token) {
        return of("refresh-token", token);
    }

    /** Of an address somebody logs in with. */
    static String address(String email) {
        return of("login-address", email);
    }

    /** Of a recovery code of a user, however it is written. */
    static String recoveryCode(String user, String code) {
        return of("recovery-code/" + user, code.replaceAll("[^A-Za-z0-9]", "").toUpperCase(java.util.Locale.ROOT));
    }

    /** Whether two texts are equal, in a time that does not tell where they differ. */
    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
