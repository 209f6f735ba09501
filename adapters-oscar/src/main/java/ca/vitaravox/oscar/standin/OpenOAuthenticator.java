package ca.vitaravox.oscar.standin;

import ca.vitaravox.oscar.standin.oauth.OAuthRequest;
import ca.vitaravox.oscar.standin.oauth.Signature;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Open-O's check (measured): HMAC-SHA1 whatever the method is called, five minutes of difference between the clocks, no
 * nonces, no lifetimes, and a token serves every client. Any {@code Authorization} header is taken for OAuth. Failing
 * costs nothing.
 */
final class OpenOAuthenticator implements Authenticator {
    static final Duration SKEW = Duration.ofMinutes(5);

    private final Office office;

    OpenOAuthenticator(Office office) {
        this.office = office;
    }

    @Override
    public Optional<String> provider(Message message) {
        OAuthRequest request = signed(message);
        if (message.header("Authorization").isEmpty() && !request.isSigned()) {
            return Optional.empty();
        }
        String key = request.value("oauth_consumer_key").orElseThrow(() -> fault("missing_consumer_key"));
        String token = request.value("oauth_token").orElseThrow(() -> fault("missing_access_token"));
        ClientRow client =
                Optional.ofNullable(office.tables().clients().get(key)).orElseThrow(() -> fault("invalid_consumer"));
        AccessTokenRow access = Optional.ofNullable(
                        office.tables().accessTokens().get(token))
                .orElseThrow(() -> fault("invalid_signature"));
        if (!isGood(
                request,
                new Signature(client.secret(), access.secret()),
                office.time().now())) {
            throw fault("invalid_signature");
        }
        return Optional.of(access.provider());
    }

    /** The request as Open-O reads it: values of the header are decoded twice, and only first as a form's. */
    static OAuthRequest signed(Message message) {
        return message.signed(OpenOAuthenticator::twice, false);
    }

    /** Whether the time is near enough and the signature right. */
    static boolean isGood(OAuthRequest request, Signature signature, Instant now) {
        return isRecent(request, now) && signature.isHmacSha1Of(request);
    }

    static boolean isRecent(OAuthRequest request, Instant now) {
        return request.value("oauth_timestamp")
                .filter(digits -> digits.matches("\\d{1,12}"))
                .map(Long::parseLong)
                .filter(seconds -> Math.abs(seconds - now.getEpochSecond()) <= SKEW.toSeconds())
                .isPresent();
    }

    private static String twice(String value) {
        try {
            return OAuthRequest.decoded(URLDecoder.decode(value, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException malformed) {
            return value;
        }
    }

    private Refused fault(String cause) {
        return new Refused(office.replies().fault(cause));
    }
}
