package ca.vitaravox.oscar.access;

import com.github.scribejava.core.model.OAuthConstants;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Signs requests as RFC 5849 (OAuth 1.0a) wants it, with HMAC-SHA1, and sends nothing. The body is not signed, which is
 * right for JSON; a form is not for this class. Safe for use by several threads.
 *
 * <p>Every attempt needs a header of its own: OSCAR 15 and 19 delete the access token when they see one twice.
 */
public final class RequestSigner {
    private final OAuthCredentials credentials;
    private final SignedHeader header;

    /**
     * A signer for one clinic.
     *
     * @param credentials what the clinic's OSCAR gave us
     * @param time the time now, which OSCAR allows to differ from its own by five minutes
     * @param nonces a new random text at every call, of letters and digits
     */
    public RequestSigner(OAuthCredentials credentials, InstantSource time, Supplier<String> nonces) {
        this.credentials = Objects.requireNonNull(credentials, "credentials");
        this.header = new SignedHeader(time, nonces);
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
        return header.of(
                method,
                address,
                new ClientKey(credentials.clientKey(), credentials.clientSecret()),
                Map.of(OAuthConstants.TOKEN, credentials.token()),
                credentials.tokenSecret());
    }
}
