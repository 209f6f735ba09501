package ca.vitaravox.oscar.connect;

import ca.vitaravox.oscar.access.ClientKey;
import ca.vitaravox.oscar.access.OAuthCredentials;
import ca.vitaravox.oscar.access.TokenKey;
import ca.vitaravox.oscar.rest.OnceOnly;
import ca.vitaravox.oscar.rest.OscarAddress;
import ca.vitaravox.oscar.rest.OscarMeans;
import ca.vitaravox.oscar.standin.Browser;
import ca.vitaravox.oscar.standin.ClientRow;
import ca.vitaravox.oscar.standin.Line;
import ca.vitaravox.oscar.standin.LoginRow;
import ca.vitaravox.oscar.standin.ProviderRow;
import ca.vitaravox.oscar.standin.StandInOscar;
import ca.vitaravox.oscar.standin.StandInSettings;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.Fresh;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/** An OSCAR whose administrator registered us, and that nobody has connected yet. Time stands still in it. */
final class NewClinic implements AutoCloseable {
    static final String CALLBACK = "https://voice.example/api/admin/emr/oauth/callback?state=harbour.0f1e";
    static final ClientKey CLIENT = new ClientKey("testclientkey0001", "testclientsecret0001");
    static final ZoneId ZONE = ZoneId.of("America/Edmonton");

    private static final LoginRow MARA = new LoginRow("mara", "correct horse", "2580", "900");
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final HttpClient HTTP = OnceOnly.client(LONGEST);

    final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T16:00:00Z"));
    final ClinicId clinic = Fresh.clinic();
    final StandInOscar oscar;
    final OscarMeans means;
    final OscarDoor door;

    NewClinic(Line line) {
        this(line, -1, Duration.ZERO);
    }

    NewClinic(Line line, int lifetime, Duration ahead) {
        InstantSource ours = now::get;
        oscar = StandInOscar.start(new StandInSettings(
                line, ZONE, () -> now.get().plus(ahead), () -> UUID.randomUUID().toString(), 0));
        oscar.tables()
                .clients()
                .put(
                        CLIENT.key(),
                        new ClientRow(CLIENT.key(), CLIENT.secret(), "https://voice.example/api/admin/emr", lifetime));
        provider(Map.of("_appointment", 'w', "_demographic", 'w', "_tickler", 'w'));
        oscar.tables().logins().add(MARA);
        means = new OscarMeans(HTTP, ours, Fresh::hex, LONGEST);
        door = new OscarDoor(means);
    }

    /** What the one who consents may do. */
    void provider(Map<String, Character> privileges) {
        oscar.tables().providers().clear();
        oscar.tables()
                .providers()
                .add(new ProviderRow(
                        "900", "Integration", "Voice", "receptionist", "F", "", "", "", "", privileges, now.get()));
        oscar.tables().providers().add(ProviderRow.doctor("101", "Wexford", "Mara"));
    }

    OscarAddress address() {
        return OscarAddress.of(oscar.baseUrl());
    }

    Deadline inTime() {
        return new Deadline(now.get().plus(Duration.ofSeconds(30)));
    }

    Entry enter() {
        return door.enter(address(), CLIENT, CALLBACK, inTime());
    }

    Trouble refused() {
        return ((Entry.Shut) enter()).trouble();
    }

    /** The verifier that somebody's consent gives. */
    String consent(Entry.Open open) throws IOException {
        return new Browser(MARA)
                .consent(OscarDoor.page(open.address(), open.asked()))
                .replaceFirst(".*oauth_verifier=", "");
    }

    /** The whole way. */
    OAuthCredentials connect() throws IOException {
        Entry.Open open = (Entry.Open) enter();
        Grant grant = door.exchange(open.address(), CLIENT, open.asked(), consent(open), inTime());
        TokenKey token = ((Grant.Given) grant).token();
        return CLIENT.with(token);
    }

    Standing standing(OAuthCredentials credentials) {
        return new TokenTrial(means).of(clinic, address(), credentials, inTime());
    }

    @Override
    public void close() {
        oscar.close();
    }
}
