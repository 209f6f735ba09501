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
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Signs requests as RFC 5849 (OAuth 1.0a) wants it, with HMAC-SHA1, and sends nothing. The body is not signed, which is
 * right for JSON; a form is not for this class. Safe for use by several threads.
 *
 * <p>Every attempt needs a header of its own: OSCAR 15 and 19 delete the access token when they see one twice.
 */
public final class RequestSigner {
    /**
     * Names and values percent-encoded as RFC 3986 does it. Servers disagree about anything else: a plus is a space to
     * some, and a second {@code =} ends a value for others.
     */
    private static final Pattern PLAIN_QUERY =
            Pattern.compile("(?:%1$s+=%1$s*(?:&%1$s+=%1$s*)*)?".formatted("(?:[A-Za-z0-9._~-]|%[0-9A-F]{2})"));

    private final OAuthCredentials credentials;
    private final InstantSource time;
    private final Supplier<String> nonces;

    /**
     * A signer for one clinic.
     *
     * @param credentials what the clinic's OSCAR gave us
     * @param time the time now, which OSCAR allows to differ from its own by five minutes
     * @param nonces a new random text at every call, of letters and digits
     */
    public RequestSigner(OAuthCredentials credentials, InstantSource time, Supplier<String> nonces) {
        this.credentials = Objects.requireNonNull(credentials, "credentials");
        this.time = Objects.requireNonNull(time, "time");
        this.nonces = Objects.requireNonNull(nonces, "nonces");
    }

    /**
     * The {@code Authorization} header of one attempt.
     *
     * @param method the HTTP method, in capitals
     * @param address the address as OSCAR sees it, which behind a proxy is not always the one we call
     * @throws IllegalArgumentException if the method is unknown, or the address is not an absolute http or https one, or
     *     its query is not encoded in the one way that all servers read alike ({@code %20} for a space)
     */
    public String authorization(String method, URI address) {
        OAuthRequest request = new OAuthRequest(Verb.valueOf(method), asSigned(address));
        request.addOAuthParameter(OAuthConstants.CONSUMER_KEY, credentials.clientKey());
        request.addOAuthParameter(OAuthConstants.TOKEN, credentials.token());
        request.addOAuthParameter(OAuthConstants.SIGN_METHOD, "HMAC-SHA1");
        request.addOAuthParameter(
                OAuthConstants.TIMESTAMP, Long.toString(time.instant().getEpochSecond()));
        request.addOAuthParameter(OAuthConstants.NONCE, nonces.get());
        request.addOAuthParameter(OAuthConstants.VERSION, "1.0");
        request.addOAuthParameter(
                OAuthConstants.SIGNATURE,
                new HMACSha1SignatureService()
                        .getSignature(
                                new BaseStringExtractorImpl().extract(request),
                                credentials.clientSecret(),
                                credentials.tokenSecret()));
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
