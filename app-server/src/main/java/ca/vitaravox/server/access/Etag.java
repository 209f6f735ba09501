package ca.vitaravox.server.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** Entity tags. That of a setting is a digest of it as it is shown: whoever changes it, by whatever way, changes its tag. */
final class Etag {
    private static final int BYTES = 12;

    private Etag() {}

    static String of(long version) {
        return "\"" + version + "\"";
    }

    static String of(JsonNode shown) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(shown.toString().getBytes(StandardCharsets.UTF_8));
            return "\"" + Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest, BYTES)) + "\"";
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
