package ca.vitaravox.vapi.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.clinic.WebhookAuth;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationTest {
    private static final String SECRET = "EXAMPLE-not-a-real-secret";
    private static final String OLD = "EXAMPLE-the-secret-before";
    private static final String BODY = "{\"message\":{\"type\":\"hang\",\"customer\":{\"name\":\"Zoë\"}}}";
    private static final String SENT = "1789405335620";
    private static final Instant NOW = Instant.ofEpochMilli(1_789_405_335_620L);
    /** Made outside this code, with Python's hmac. */
    private static final String SHA256 = "891a11e8e12342862e94cb5c8431673d22e4a4a80820fc5d8184a5a90465f8b5";

    private static final String BODY_ALONE = "ede96dd707d2dcdae50acc0f4b39ec773053de680e9a69a69be8fcf1c80f5965";

    private static boolean lets(WebhookAuth mode, String body, Instant now, String... headers) {
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], headers[i + 1]);
        }
        Request request = new Request(all::get, body.getBytes(StandardCharsets.UTF_8), now);
        return WebhookSettings.of(mode, SECRET, Optional.of(OLD))
                .authentication()
                .judge(request, now)
                .in();
    }

    private static boolean letsSigned(String signature, String timestamp, String body) {
        return lets(WebhookAuth.HMAC, body, NOW, "x-signature", signature, "x-timestamp", timestamp);
    }

    private static byte[] sign(String algorithm, String secret, String payload) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
            return mac.doFinal(payload.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    @Test
    void the_known_signature_of_a_body_beyond_ascii_is_right() {
        assertTrue(letsSigned(SHA256, SENT, BODY));
        assertTrue(letsSigned(SHA256.toUpperCase(java.util.Locale.ROOT), SENT, BODY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha256=", "v1=", "v1,", "v1", "SHA256="})
    void a_signature_may_have_a_prefix(String prefix) {
        assertTrue(letsSigned(prefix + SHA256, SENT, BODY));
        String base64 = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(SHA256));
        assertTrue(letsSigned(prefix + base64, SENT, BODY));
    }

    @Test
    void a_signature_may_be_base64_padded_or_not_and_of_either_alphabet() {
        byte[] mac = HexFormat.of().parseHex(SHA256);
        assertTrue(letsSigned(Base64.getEncoder().encodeToString(mac), SENT, BODY));
        assertTrue(letsSigned(Base64.getUrlEncoder().withoutPadding().encodeToString(mac), SENT, BODY));
    }

    @Test
    void a_signature_may_be_of_the_longer_hash() {
        byte[] mac = sign("HmacSHA512", SECRET, SENT + "." + BODY);
        assertTrue(hex(mac).startsWith("675cd352") && hex(mac).endsWith("77d8fd41"), "the vector made outside");
        assertTrue(letsSigned(hex(mac), SENT, BODY));
        assertTrue(letsSigned("sha512=" + Base64.getEncoder().encodeToString(mac), SENT, BODY));
    }

    @Test
    void a_signature_over_anything_but_timestamp_and_raw_body_is_wrong() {
        assertFalse(letsSigned(BODY_ALONE, SENT, BODY), "over the body alone");
        assertFalse(letsSigned(SHA256, SENT, BODY.replace("Zoë", "Zoe")), "another body");
        assertFalse(letsSigned(SHA256, SENT, BODY.replace("ë", "\\u00eb")), "the same JSON in other bytes");
        assertFalse(letsSigned(SHA256, "1789405335621", BODY), "another timestamp");
        assertFalse(letsSigned(hex(sign("HmacSHA1", SECRET, SENT + "." + BODY)), SENT, BODY), "a weak hash");
        assertFalse(letsSigned(hex(sign("HmacSHA256", "guess", SENT + "." + BODY)), SENT, BODY), "another secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "zz", "sha256=", "v1", "====", "891a11e8", "ë"})
    void a_signature_that_cannot_be_read_is_wrong(String signature) {
        assertFalse(letsSigned(signature, SENT, BODY));
    }

    @Test
    void the_secret_before_this_one_still_signs_and_bears() {
        assertTrue(letsSigned(hex(sign("HmacSHA256", OLD, SENT + "." + BODY)), SENT, BODY));
        assertTrue(lets(WebhookAuth.BEARER, BODY, NOW, "X-Vapi-Secret", OLD));
    }

    @ParameterizedTest
    @CsvSource({"-300000, true", "300000, true", "-300001, false", "300001, false", "0, true"})
    void a_timestamp_is_fresh_up_to_five_minutes_either_way(long awayMillis, boolean fresh) {
        Instant now = NOW.plusMillis(awayMillis);
        assertEquals(fresh, lets(WebhookAuth.HMAC, BODY, now, "x-signature", SHA256, "x-timestamp", SENT));
    }

    @ParameterizedTest
    @CsvSource({"-300, true", "300, true", "-301, false", "301, false"})
    void a_timestamp_may_be_in_seconds(long awaySeconds, boolean fresh) {
        String seconds = Long.toString(NOW.getEpochSecond());
        Instant now = Instant.ofEpochSecond(NOW.getEpochSecond()).plusSeconds(awaySeconds);
        String signature = hex(sign("HmacSHA256", SECRET, seconds + "." + BODY));
        assertEquals(fresh, lets(WebhookAuth.HMAC, BODY, now, "x-signature", signature, "x-timestamp", seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "now", "-5", "17894053356200000000000", "1e12", "2026-09-14T17:02:15Z"})
    void a_timestamp_that_cannot_be_read_is_stale(String timestamp) {
        String signature = hex(sign("HmacSHA256", SECRET, timestamp + "." + BODY));
        assertFalse(lets(WebhookAuth.HMAC, BODY, NOW, "x-signature", signature, "x-timestamp", timestamp));
        assertFalse(lets(WebhookAuth.HMAC, BODY, NOW, "x-signature", signature));
    }

    @ParameterizedTest
    @CsvSource({"Bearer EXAMPLE-not-a-real-secret", "bearer   EXAMPLE-not-a-real-secret "})
    void the_secret_may_come_as_bearer_token(String header) {
        assertTrue(lets(WebhookAuth.BEARER, BODY, NOW, "authorization", header));
        assertTrue(lets(WebhookAuth.EITHER, BODY, NOW, "Authorization", header));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EXAMPLE-not-a-real-secret",
                "Basic EXAMPLE-not-a-real-secret",
                "Bearer",
                "Bearer ",
                "Bearer EXAMPLE-not-a-real-secreT",
                "Bearer EXAMPLE-not-a-real-secret-and-more",
                "BearerEXAMPLE-not-a-real-secret"
            })
    void anything_else_is_no_bearer_token(String header) {
        assertFalse(lets(WebhookAuth.EITHER, BODY, NOW, "Authorization", header));
    }

    @ParameterizedTest
    @EnumSource(WebhookAuth.class)
    void nothing_at_all_is_refused_in_every_mode(WebhookAuth mode) {
        assertFalse(lets(mode, BODY, NOW));
        assertFalse(lets(mode, BODY, NOW, "X-Vapi-Secret", "", "Authorization", "", "x-signature", ""));
    }

    @Test
    void each_mode_lets_in_by_its_own_proof_alone() {
        String[] signed = {"x-signature", SHA256, "x-timestamp", SENT};
        String[] bearing = {"X-Vapi-Secret", SECRET};
        assertFalse(lets(WebhookAuth.BEARER, BODY, NOW, signed));
        assertTrue(lets(WebhookAuth.BEARER, BODY, NOW, bearing));
        assertTrue(lets(WebhookAuth.HMAC, BODY, NOW, signed));
        assertFalse(lets(WebhookAuth.HMAC, BODY, NOW, bearing));
        assertTrue(lets(WebhookAuth.EITHER, BODY, NOW, signed));
        assertTrue(lets(WebhookAuth.EITHER, BODY, NOW, bearing));
    }

    @Test
    void a_wrong_signature_is_not_made_good_by_the_secret() {
        assertFalse(lets(
                WebhookAuth.EITHER,
                BODY,
                NOW,
                "X-Vapi-Secret",
                SECRET,
                "x-signature",
                BODY_ALONE,
                "x-timestamp",
                SENT));
    }

    @Test
    void there_is_no_webhook_without_a_secret_and_no_secret_in_its_text() {
        assertThrows(
                IllegalArgumentException.class, () -> WebhookSettings.of(WebhookAuth.EITHER, " ", Optional.empty()));
        assertThrows(
                IllegalArgumentException.class, () -> WebhookSettings.of(WebhookAuth.EITHER, SECRET, Optional.of("")));
        assertThrows(
                IllegalArgumentException.class,
                () -> new WebhookSettings(WebhookAuth.HMAC, SECRET, Optional.empty(), Duration.ZERO, 1, 1));
        assertEquals(
                Duration.ofMillis(3800),
                WebhookSettings.of(WebhookAuth.HMAC, SECRET, Optional.empty()).answerWithin());
        String text =
                WebhookSettings.of(WebhookAuth.EITHER, SECRET, Optional.of(OLD)).toString();
        assertFalse(text.contains("EXAMPLE"));
    }
}
