package ca.vitaravox.server.emr;

import ca.vitaravox.oscar.access.ClientKey;
import ca.vitaravox.oscar.access.OAuthCredentials;
import ca.vitaravox.oscar.access.SoapLogin;
import ca.vitaravox.oscar.access.TokenKey;
import java.util.Optional;

/**
 * What a clinic has given us of its OSCAR, which may be little at first. Its text holds no secret.
 *
 * @param client the REST client that was registered for us
 * @param token what somebody's consent gave; without it OSCAR cannot be asked anything
 * @param soap the user for SOAP, where the clinic wants OSCAR's own schedules
 */
public record OscarSecrets(ClientKey client, Optional<TokenKey> token, Optional<SoapLogin> soap) {
    /** A client that nobody has consented to yet. */
    public static OscarSecrets of(ClientKey client) {
        return new OscarSecrets(client, Optional.empty(), Optional.empty());
    }

    /** Those with which OAuth alone is used. */
    public static OscarSecrets of(OAuthCredentials credentials) {
        return of(new ClientKey(credentials.clientKey(), credentials.clientSecret()))
                .with(new TokenKey(credentials.token(), credentials.tokenSecret()));
    }

    /** The same with another token. */
    public OscarSecrets with(TokenKey other) {
        return new OscarSecrets(client, Optional.of(other), soap);
    }

    /** The same with another user for SOAP. */
    public OscarSecrets with(SoapLogin other) {
        return new OscarSecrets(client, token, Optional.of(other));
    }

    /** What requests are signed with; empty before somebody consented. */
    public Optional<OAuthCredentials> credentials() {
        return token.map(client::with);
    }
}
