package ca.vitaravox.oscar.connect;

import ca.vitaravox.oscar.access.ClientKey;
import ca.vitaravox.oscar.access.HandshakeSigner;
import ca.vitaravox.oscar.access.TokenKey;
import ca.vitaravox.oscar.rest.OscarAddress;
import ca.vitaravox.oscar.rest.OscarMeans;
import ca.vitaravox.oscar.rest.SingleExchange;
import ca.vitaravox.ports.access.Deadline;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;

/**
 * The way to a token: RFC 5849 section 2 as OSCAR does it. Nothing here carries a token that could be lost, so the address
 * that OSCAR sees may be found by trying. Thread-safe.
 */
public final class OscarDoor {
    private static final String INITIATE = "/ws/oauth/initiate";
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_ALLOWED = 405;

    private final OscarMeans means;
    private final SingleExchange http;
    private final Knock knock;

    /** A door that is reached by these means. */
    public OscarDoor(OscarMeans means) {
        this.means = means;
        this.http = new SingleExchange(means);
        this.knock = new Knock(means);
    }

    /**
     * Goes to an OSCAR and asks for a token to ask for consent with.
     *
     * @param address as the settings have it; what OSCAR sees itself called may turn out to be another
     * @param callback where the browser is sent after the consent, or {@code oob}, which classic OSCAR refuses
     */
    public Entry enter(OscarAddress address, ClientKey client, String callback, Deadline deadline) {
        try {
            Knock.Answered answered = knock.at(address.base(), deadline);
            return answered instanceof Knock.Answered.Oscar oscar
                    ? initiate(address, client, callback, oscar, deadline)
                    : new Entry.Shut(((Knock.Answered.Not) answered).trouble());
        } catch (IOException silent) {
            return new Entry.Shut(unreachable(silent));
        }
    }

    /** The page on which somebody at the clinic logs in and consents. */
    public static URI page(OscarAddress address, TokenKey asked) {
        return URI.create(address.base() + "/ws/oauth/authorize?oauth_token=" + asked.token());
    }

    /**
     * Gives the consent for a token to work with. Once: OSCAR takes each consent one time.
     *
     * @param verifier what came with the consent
     */
    public Grant exchange(OscarAddress address, ClientKey client, TokenKey asked, String verifier, Deadline deadline) {
        String signed = signer(client).exchange(URI.create(address.signingBase() + "/ws/oauth/token"), asked, verifier);
        try {
            HttpResponse<byte[]> answer = post(URI.create(address.base() + "/ws/oauth/token"), signed, deadline);
            return token(answer)
                    .<Grant>map(Grant.Given::new)
                    .orElseGet(() -> new Grant.Refused(new Trouble.ConsentRefused()));
        } catch (IOException silent) {
            return new Grant.Refused(unreachable(silent));
        }
    }

    private Entry initiate(
            OscarAddress address, ClientKey client, String callback, Knock.Answered.Oscar oscar, Deadline deadline)
            throws IOException {
        HttpResponse<byte[]> answer = null;
        for (URI seen : candidates(address)) {
            String signed = signer(client).initiate(URI.create(seen + INITIATE), callback);
            answer = post(URI.create(address.base() + INITIATE), signed, deadline);
            Optional<TokenKey> asked = token(answer);
            if (asked.isPresent()) {
                return new Entry.Open(
                        new OscarAddress(address.base(), seen),
                        line(address, deadline),
                        oscar.clockAhead(),
                        asked.get());
            }
        }
        return new Entry.Shut(
                answer != null && answer.statusCode() == BAD_REQUEST
                        ? new Trouble.ClientRefused(callback)
                        : new Trouble.ClientUnknown());
    }

    /** As the settings say; else as it is called; else by the other scheme, behind a proxy that ends TLS. */
    private static Set<URI> candidates(OscarAddress address) {
        Set<URI> seen = new LinkedHashSet<>();
        seen.add(address.signingBase());
        seen.add(address.base());
        seen.add(otherScheme(address.base()));
        return seen;
    }

    private static URI otherScheme(URI base) {
        String text = base.toString();
        return URI.create(
                text.regionMatches(true, 0, "https:", 0, 6) ? "http" + text.substring(5) : "https" + text.substring(4));
    }

    /** Classic takes a GET here, and finds fault with it; Open-O takes none. */
    private OscarLine line(OscarAddress address, Deadline deadline) throws IOException {
        HttpResponse<byte[]> got = http.send(HttpRequest.newBuilder(URI.create(address.base() + INITIATE)), deadline);
        return got.statusCode() == NOT_ALLOWED ? OscarLine.OPEN_O : OscarLine.CLASSIC;
    }

    private HttpResponse<byte[]> post(URI called, String authorization, Deadline deadline) throws IOException {
        return http.send(
                HttpRequest.newBuilder(called)
                        .header("Authorization", authorization)
                        .POST(BodyPublishers.noBody()),
                deadline);
    }

    private static Optional<TokenKey> token(HttpResponse<byte[]> answer) {
        return answer.statusCode() == OK ? TokenForm.read(answer.body()) : Optional.empty();
    }

    private HandshakeSigner signer(ClientKey client) {
        return new HandshakeSigner(client, means.clock(), means.nonces());
    }

    static Trouble unreachable(IOException silent) {
        return silent instanceof SSLException
                ? new Trouble.Untrusted()
                : new Trouble.Unreachable(silent.getClass().getSimpleName());
    }
}
