package ca.vitaravox.oscar.standin;

import ca.vitaravox.oscar.standin.oauth.OAuthRequest;
import ca.vitaravox.oscar.standin.oauth.Signature;

/** Where the two lines' handshakes differ. */
interface HandshakeChecks {
    OAuthRequest read(Message message);

    boolean isGood(OAuthRequest request, Signature signature);

    /** Whether a client may be called back there. */
    boolean takes(String callback, ClientRow client);

    Refused unknownClient();

    Refused refusedInitiate();

    Refused refusedToken(String cause);

    /** The body of a request token, whose parts the lines order differently. */
    String requestToken(RequestTokenRow token);

    /** Open-O: any callback that is there, errors a page at first and a word later. */
    record OpenO(Office office) implements HandshakeChecks {
        @Override
        public OAuthRequest read(Message message) {
            return OpenOAuthenticator.signed(message);
        }

        @Override
        public boolean isGood(OAuthRequest request, Signature signature) {
            return OpenOAuthenticator.isGood(request, signature, office.time().now());
        }

        @Override
        public boolean takes(String callback, ClientRow client) {
            return !callback.isEmpty();
        }

        @Override
        public Refused unknownClient() {
            return office.broken();
        }

        @Override
        public Refused refusedInitiate() {
            return office.broken();
        }

        @Override
        public Refused refusedToken(String cause) {
            return new Refused(office.replies().form(401, cause));
        }

        @Override
        public String requestToken(RequestTokenRow token) {
            return "oauth_token=" + token.token() + "&oauth_token_secret=" + token.secret()
                    + "&oauth_callback_confirmed=true";
        }
    }

    /** OSCAR 15 and 19: callbacks begin with the client's address, which {@code oob} does not; errors are empty. */
    record Classic(Office office, ClassicAuthenticator authenticator) implements HandshakeChecks {
        @Override
        public OAuthRequest read(Message message) {
            return message.signed(OAuthRequest::decoded, true);
        }

        @Override
        public boolean isGood(OAuthRequest request, Signature signature) {
            return authenticator.isGood(request, signature);
        }

        @Override
        public boolean takes(String callback, ClientRow client) {
            return !callback.isEmpty() && callback.startsWith(client.uri());
        }

        @Override
        public Refused unknownClient() {
            return new Refused(office.replies().unauthorized());
        }

        @Override
        public Refused refusedInitiate() {
            return new Refused(Reply.empty(400));
        }

        @Override
        public Refused refusedToken(String cause) {
            return cause.equals("invalid_consumer") ? unknownClient() : refusedInitiate();
        }

        @Override
        public String requestToken(RequestTokenRow token) {
            return "oauth_token=" + token.token() + "&oauth_callback_confirmed=true&oauth_token_secret="
                    + token.secret();
        }
    }
}
