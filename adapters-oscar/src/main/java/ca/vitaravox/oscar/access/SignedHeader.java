package ca.vitaravox.oscar.access;

import com.github.scribejava.core.extractors.BaseStringExtractorImpl;
import com.github.scribejava.core.extractors.HeaderExtractorImpl;
import com.github.scribejava.core.model.OAuthConstants;
import com.github.scribejava.core.model.OAuthRequest;
import com.github.scribejava.core.model.Verb;
import com.github.scribejava.core.services.HMACSha1SignatureService;
import java.net.URI;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Makes {@code Authorization} headers by RFC 5849 with HMAC-SHA1, a new time and nonce in each. Thread-safe. */
final class SignedHeader {
    /**
     * Names and values percent-encoded as RFC 3986 does it. Servers disagree about anything else: a plus is a space to
     * some, and a second {@code =} ends a value for others.
     */
    private static final Pattern PLAIN_QUERY =
            Pattern.compile("(?:%1$s+=%1$s*(?:&%1$s+=%1$s*)*)?".formatted("(?:[A-Za-z0-9._~-]|%[0-9A-F]{2})"));

    private final InstantSource time;
    private final Supplier<String> nonces;

    SignedHeader(InstantSource time, Supplier<String> nonces) {
        this.time = Objects.requireNonNull(time, "time");
        this.nonces = Objects.requireNonNull(nonces, "nonces");
    }

    /**
     * One header.
     *
     * @param parameters the OAuth parameters that this kind of request has beside those all have
     * @param tokenSecret empty without a token
     */
    String of(String method, URI address, ClientKey client, Map<String, String> parameters, String tokenSecret) {
        OAuthRequest request = new OAuthRequest(Verb.valueOf(method), asSigned(address));
        request.addOAuthParameter(OAuthConstants.CONSUMER_KEY, client.key());
        parameters.forEach(request::addOAuthParameter);
        request.addOAuthParameter(OAuthConstants.SIGN_METHOD, "HMAC-SHA1");
        request.addOAuthParameter(
                OAuthConstants.TIMESTAMP, Long.toString(time.instant().getEpochSecond()));
        request.addOAuthParameter(OAuthConstants.NONCE, nonces.get());
        request.addOAuthParameter(OAuthConstants.VERSION, "1.0");
        request.addOAuthParameter(
                OAuthConstants.SIGNATURE,
                new HMACSha1SignatureService()
                        .getSignature(new BaseStringExtractorImpl().extract(request), client.secret(), tokenSecret));
        return new HeaderExtractorImpl().extract(request);
    }

    /** RFC 5849 section 3.4.1.2: scheme and host in small letters, no default port, never an empty path. */
    private static String asSigned(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        int usualPort = scheme.equals("https") ? 443 : 80;
        String query = address.getRawQuery() == null ? "" : address.getRawQuery();
        boolean web = scheme.equals("https") || scheme.equals("http");
        if (!web || address.getHost() == null || address.getRawUserInfo() != null) {
            throw new IllegalArgumentException("Not an address of http or https with a host and nothing before it");
        }
        if (!PLAIN_QUERY.matcher(query).matches()) {
            throw new IllegalArgumentException("A query is name=value&..., percent-encoded, a space as %20");
        }
        boolean unusualPort = address.getPort() != -1 && address.getPort() != usualPort;
        String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        return scheme + "://" + address.getHost().toLowerCase(Locale.ROOT)
                + (unusualPort ? ":" + address.getPort() : "")
                + path
                + (query.isEmpty() ? "" : "?" + query);
    }
}
