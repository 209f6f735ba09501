package ca.vitaravox.oscar.standin.oauth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secrets of one client and one token, and the signatures they make.
 *
 * @param clientSecret the client's
 * @param tokenSecret the token's; empty where there is no token yet
 */
public record Signature(String clientSecret, String tokenSecret) {
    /** Never prints the secrets. */
    @Override
    public String toString() {
        return "Signature[...]";
    }

    /** Whether this is the HMAC-SHA1 signature of the request (RFC 5849 section 3.4.2), compared in constant time. */
    public boolean isHmacSha1Of(OAuthRequest request) {
        return same(hmacSha1(request), request);
    }

    /** Whether this is its PLAINTEXT signature (RFC 5849 section 3.4.4). */
    public boolean isPlaintextOf(OAuthRequest request) {
        return same(key(), request);
    }

    /** The HMAC-SHA1 signature of the request, not yet percent-encoded. */
    public String hmacSha1(OAuthRequest request) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key().getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            byte[] signed = mac.doFinal(baseString(request).getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has HmacSHA1", impossible);
        }
    }

    /** RFC 5849 section 3.4.1.1. */
    static String baseString(OAuthRequest request) {
        String parameters = request.parameters().stream()
                .filter(parameter -> !parameter.name().equals("oauth_signature"))
                .sorted(Parameter.ENCODED_ORDER)
                .map(parameter -> parameter.encodedName() + "=" + parameter.encodedValue())
                .collect(Collectors.joining("&"));
        return request.method() + "&" + PercentCoding.encode(request.address()) + "&"
                + PercentCoding.encode(parameters);
    }

    private String key() {
        return PercentCoding.encode(clientSecret) + "&" + PercentCoding.encode(tokenSecret);
    }

    private static boolean same(String wanted, OAuthRequest request) {
        byte[] given = request.value("oauth_signature").orElse("").getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(wanted.getBytes(StandardCharsets.UTF_8), given);
    }
}
