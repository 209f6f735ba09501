package ca.vitaravox.oscar.access;

import com.github.scribejava.core.model.OAuthConstants;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** Signs the two requests by which a client comes to a token (RFC 5849 section 2), and sends nothing. Thread-safe. */
public final class HandshakeSigner {
    private final ClientKey client;
    private final SignedHeader header;

    /**
     * A signer for one client.
     *
     * @param time the time now
     * @param nonces a new random text at every call, of letters and digits
     */
    public HandshakeSigner(ClientKey client, InstantSource time, Supplier<String> nonces) {
        this.client = Objects.requireNonNull(client, "client");
        this.header = new SignedHeader(time, nonces);
    }

    /**
     * The header of a request for a token to ask for consent with. There is no token in it that could be lost.
     *
     * @param address as OSCAR sees it
     * @param callback where the browser is sent after the consent, or {@code oob}
     */
    public String initiate(URI address, String callback) {
        return header.of("POST", address, client, Map.of(OAuthConstants.CALLBACK, callback), "");
    }

    /**
     * The header of the request that gives this token for one to work with.
     *
     * @param address as OSCAR sees it
     * @param verifier what came with the consent
     */
    public String exchange(URI address, TokenKey asked, String verifier) {
        return header.of(
                "POST",
                address,
                client,
                Map.of(OAuthConstants.TOKEN, asked.token(), OAuthConstants.VERIFIER, verifier),
                asked.secret());
    }
}
