package ca.vitaravox.oscar;

import ca.vitaravox.oscar.access.OAuthCredentials;
import ca.vitaravox.oscar.access.SoapLogin;
import ca.vitaravox.oscar.booking.Zones;
import ca.vitaravox.oscar.rest.OnceOnly;
import ca.vitaravox.oscar.rest.OscarAddress;
import ca.vitaravox.oscar.rest.OscarMeans;
import ca.vitaravox.oscar.standin.AccessTokenRow;
import ca.vitaravox.oscar.standin.ClientRow;
import ca.vitaravox.oscar.standin.DemographicColumn;
import ca.vitaravox.oscar.standin.DemographicRow;
import ca.vitaravox.oscar.standin.Line;
import ca.vitaravox.oscar.standin.LoginRow;
import ca.vitaravox.oscar.standin.OscarTables;
import ca.vitaravox.oscar.standin.ProviderRow;
import ca.vitaravox.oscar.standin.StandInOscar;
import ca.vitaravox.oscar.standin.StandInSettings;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.Fresh;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** A stand-in OSCAR, a clinic that has it, and the adapter between them. */
public final class TestOscar implements AutoCloseable {
    /** The zone of the clinic and its OSCAR. */
    public static final ZoneId ZONE = ZoneId.of("America/Vancouver");

    /** The clinic's longest visit. */
    public static final Duration LONGEST_VISIT = Duration.ofMinutes(45);

    private static final OAuthCredentials CREDENTIALS = new OAuthCredentials(
            "testclientkey0001",
            "testclientsecret0001",
            "11111111-aaaa-4aaa-8aaa-000000000001",
            "22222222-bbbb-4bbb-8bbb-000000000001");
    /** Longer than a server waits, since machines that run tests are busy. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private static final HttpClient HTTP = OnceOnly.client(LONGEST);

    /** The clinic. */
    public final ClinicId clinic = Fresh.clinic();

    /** The stand-in. */
    public final StandInOscar server;

    /** The adapter, until somebody connects again. */
    public Oscar oscar;

    private final ZoneId oscarZone;
    private final InstantSource ours;
    private Optional<SoapLogin> soap = Optional.empty();

    /** One in {@link #ZONE} whose clock is right. */
    public TestOscar(Line line) {
        this(line, ZONE, Duration.ZERO, InstantSource.system());
    }

    /**
     * One whose clock is ahead.
     *
     * @param ours our own clock
     */
    public TestOscar(Line line, ZoneId oscarZone, Duration ahead, InstantSource ours) {
        this.oscarZone = oscarZone;
        this.ours = ours;
        server = StandInOscar.start(new StandInSettings(
                line,
                oscarZone,
                () -> ours.instant().plus(ahead),
                () -> UUID.randomUUID().toString(),
                0));
        fill(server.tables());
        connect();
    }

    /** The adapter anew. */
    public void connect() {
        connect(CREDENTIALS, OscarAddress.of(server.baseUrl()));
    }

    /** The adapter anew, which logs in over SOAP with a password that OSCAR takes, or does not. */
    public void connectSoap(boolean taken) {
        server.tables().logins().add(new LoginRow("mara", "correct horse", "2580", "101"));
        soap = Optional.of(new SoapLogin("mara", taken ? "correct horse" : "an old one"));
        connect();
    }

    /** The adapter anew, with other credentials or at another address. */
    public void connect(OAuthCredentials credentials, OscarAddress address) {
        oscar = Oscar.connect(
                new OscarSettings(
                        clinic,
                        address,
                        credentials,
                        new Zones(ZONE, oscarZone),
                        LONGEST_VISIT,
                        Optional.empty(),
                        soap),
                new OscarMeans(HTTP, ours, Fresh::hex, LONGEST),
                new TestNumbers());
    }

    /** What OSCAR gave us. */
    public static OAuthCredentials credentials() {
        return CREDENTIALS;
    }

    /** Whether OSCAR still has our token. */
    public boolean hasToken() {
        return server.tables().accessTokens().containsKey(CREDENTIALS.token());
    }

    /** A deadline that leaves time enough. */
    public Deadline inTime() {
        return within(Duration.ofSeconds(30));
    }

    /** A deadline that far away. */
    public Deadline within(Duration time) {
        return new Deadline(ours.instant().plus(time));
    }

    /** Puts a patient on file, and returns the number. */
    public int patient(String lastName, String firstName, LocalDate born, Map<DemographicColumn, String> more) {
        Map<DemographicColumn, String> columns = DemographicRow.columns(lastName, firstName, born);
        columns.putAll(more);
        return server.tables()
                .demographics()
                .insert(number -> new DemographicRow(number, columns, OscarTables.PROGRAM, ours.instant(), "999998"))
                .number();
    }

    /** Puts some patient on file. */
    public int patient() {
        return patient("SOMEBODY", "ELSE", LocalDate.of(1970, 1, 1), Map.of());
    }

    private void fill(OscarTables tables) {
        tables.clients()
                .put(
                        CREDENTIALS.clientKey(),
                        new ClientRow(CREDENTIALS.clientKey(), CREDENTIALS.clientSecret(), "https://us.example", -1));
        tables.accessTokens()
                .put(
                        CREDENTIALS.token(),
                        new AccessTokenRow(
                                CREDENTIALS.token(),
                                CREDENTIALS.tokenSecret(),
                                CREDENTIALS.clientKey(),
                                "900",
                                -1,
                                ours.instant()));
        Stream.of("900", "101", "102").forEach(number -> tables.providers().add(provider(number, ours.instant())));
        patient();
    }

    private static ProviderRow provider(String number, Instant changed) {
        return new ProviderRow(
                number,
                "Last" + number,
                "First" + number,
                "doctor",
                "F",
                number.equals("101") ? "Family Medicine" : "",
                "",
                "",
                "",
                Map.of("_appointment", 'x', "_demographic", 'x', "_tickler", 'x'),
                changed);
    }

    @Override
    public void close() {
        server.close();
    }
}
