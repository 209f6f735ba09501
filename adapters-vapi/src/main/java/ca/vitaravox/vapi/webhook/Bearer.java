package ca.vitaravox.vapi.webhook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/** One secret that requests may carry as it is. Compared in a time that tells nothing of where they differ. */
final class Bearer {
    private static final String SCHEME = "bearer ";
    private final byte[] digest;

    Bearer(byte[] secret) {
        digest = Digests.sha256(secret);
    }

    /** Whether a token is this secret. Digests are compared, so that not even the length shows. */
    boolean agrees(String token) {
        return MessageDigest.isEqual(digest, Digests.sha256(token.getBytes(StandardCharsets.UTF_8)));
    }

    /** The tokens a request carries: after {@code Authorization: Bearer} and in {@code X-Vapi-Secret}. */
    static List<String> tokens(Request request) {
        List<String> tokens = new ArrayList<>();
        request.headerNamed("Authorization")
                .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(value -> value.substring(SCHEME.length()).strip())
                .ifPresent(tokens::add);
        request.headerNamed("X-Vapi-Secret").ifPresent(tokens::add);
        return tokens;
    }
}
