package ca.vitaravox.oscar.standin;

import ca.vitaravox.oscar.standin.oauth.OAuthRequest;
import ca.vitaravox.oscar.standin.oauth.Signature;
import java.util.Optional;

/**
 * The check of OSCAR 15 and 19 (measured in a harness): HMAC-SHA1 or PLAINTEXT, five minutes of difference, every nonce
 * once, tokens with a lifetime. Whatever fails is an empty 401, and the access token that was named is deleted: one
 * mistake, and somebody at the clinic has to allow the access again.
 */
final class ClassicAuthenticator implements Authenticator {
    private final Office office;
    private final Nonces nonces = new Nonces(OpenOAuthenticator.SKEW);

    ClassicAuthenticator(Office office) {
        this.office = office;
    }

    @Override
    public Optional<String> provider(Message message) {
        OAuthRequest request = message.signed(OAuthRequest::decoded, true);
        AccessTokenRow access = request.value("oauth_token")
                .map(office.tables().accessTokens()::get)
                .orElseThrow(this::unauthorized);
        ClientRow client = office.tables().clients().get(access.client());
        boolean good = client != null
                && !access.isExpired(office.time().now())
                && isGood(request, new Signature(client.secret(), access.secret()));
        if (!good) {
            office.tables().accessTokens().remove(access.token());
            throw unauthorized();
        }
        return Optional.of(access.provider());
    }

    /** Whether time, nonce and signature are right; remembers the nonce, right or wrong. */
    boolean isGood(OAuthRequest request, Signature signature) {
        boolean recent = OpenOAuthenticator.isRecent(request, office.time().now());
        boolean fresh = nonces.isNew(request, office.time().now());
        return recent && fresh && isSigned(request, signature);
    }

    private static boolean isSigned(OAuthRequest request, Signature signature) {
        String method = request.value("oauth_signature_method").orElse("");
        return method.equals("PLAINTEXT")
                ? signature.isPlaintextOf(request)
                : method.equals("HMAC-SHA1") && signature.isHmacSha1Of(request);
    }

    private Refused unauthorized() {
        return new Refused(office.replies().unauthorized());
    }
}
