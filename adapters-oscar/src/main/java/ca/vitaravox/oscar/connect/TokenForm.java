package ca.vitaravox.oscar.connect;

import ca.vitaravox.oscar.access.TokenKey;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A token as OSCAR writes it: a form, in an order that differs between its lines. */
final class TokenForm {
    private static final int LONGEST = 200;

    private TokenForm() {}

    /** The token in a body; empty if there is none that we could use in an address and a header. */
    static Optional<TokenKey> read(byte[] body) {
        Map<String, String> values = new HashMap<>();
        for (String pair : new String(body, StandardCharsets.UTF_8).strip().split("&", 20)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(pair.substring(0, equals), decoded(pair.substring(equals + 1)));
            }
        }
        String token = values.getOrDefault("oauth_token", "");
        String secret = values.getOrDefault("oauth_token_secret", "");
        return usable(token) && usable(secret) ? Optional.of(new TokenKey(token, secret)) : Optional.empty();
    }

    private static boolean usable(String text) {
        return text.length() <= LONGEST && text.matches("[A-Za-z0-9._~-]+");
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }
}
