package ca.vitaravox.oscar.standin;

import ca.vitaravox.oscar.standin.oauth.OAuthRequest;
import ca.vitaravox.oscar.standin.oauth.Signature;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The signed ends of the three-legged handshake: a request token, and the access token for it (measured for both lines,
 * but for the errors of classic's {@code token}: read).
 */
final class Handshake {
    private final Office office;
    private final HandshakeChecks checks;

    Handshake(Office office, HandshakeChecks checks) {
        this.office = office;
        this.checks = checks;
    }

    Map<Endpoint, Answer> answers() {
        return Map.of(Endpoint.INITIATE, this::initiate, Endpoint.TOKEN, this::token);
    }

    private Reply initiate(Call call) {
        OAuthRequest request = checks.read(call.message());
        ClientRow client = client(request).orElseThrow(checks::unknownClient);
        String callback = request.value("oauth_callback").orElse("");
        if (!checks.isGood(request, new Signature(client.secret(), "")) || !checks.takes(callback, client)) {
            throw checks.refusedInitiate();
        }
        RequestTokenRow token = new RequestTokenRow(
                office.ids().get(),
                office.ids().get(),
                client.key(),
                callback,
                null,
                null,
                office.time().now());
        office.tables().requestTokens().put(token.token(), token);
        return office.replies().form(200, checks.requestToken(token));
    }

    /** Every request token serves once. */
    private Reply token(Call call) {
        OAuthRequest request = checks.read(call.message());
        ClientRow client = client(request).orElseThrow(() -> checks.refusedToken("invalid_consumer"));
        RequestTokenRow token = request.value("oauth_token")
                .map(office.tables().requestTokens()::get)
                .filter(row -> !row.isExpired(office.time().now()))
                .orElseThrow(() -> checks.refusedToken("invalid_request_token"));
        if (token.verifier() == null
                || !token.verifier().equals(request.value("oauth_verifier").orElse(null))) {
            throw checks.refusedToken("invalid_verifier");
        }
        if (!checks.isGood(request, new Signature(client.secret(), token.secret()))) {
            throw checks.refusedToken("invalid_signature");
        }
        if (!office.tables().requestTokens().remove(token.token(), token)) {
            throw checks.refusedToken("invalid_request_token");
        }
        return office.replies().form(200, issued(client, token.provider()));
    }

    private String issued(ClientRow client, String provider) {
        Instant now = office.time().now();
        AccessTokenRow access = new AccessTokenRow(
                office.ids().get(), office.ids().get(), client.key(), provider, client.lifetime(), now);
        office.tables().accessTokens().put(access.token(), access);
        return "oauth_token=" + access.token() + "&oauth_token_secret=" + access.secret();
    }

    private Optional<ClientRow> client(OAuthRequest request) {
        return request.value("oauth_consumer_key").map(office.tables().clients()::get);
    }
}
