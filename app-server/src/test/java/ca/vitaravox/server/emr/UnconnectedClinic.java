package ca.vitaravox.server.emr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.vitaravox.oscar.access.ClientKey;
import ca.vitaravox.oscar.access.SoapLogin;
import ca.vitaravox.oscar.standin.Browser;
import ca.vitaravox.oscar.standin.ClientRow;
import ca.vitaravox.oscar.standin.Line;
import ca.vitaravox.oscar.standin.LoginRow;
import ca.vitaravox.oscar.standin.ProviderRow;
import ca.vitaravox.oscar.standin.StandInOscar;
import ca.vitaravox.oscar.standin.StandInSettings;
import ca.vitaravox.ports.access.Role;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.EmrAddress;
import ca.vitaravox.ports.clinic.EmrSettings;
import ca.vitaravox.ports.clinic.Envelope;
import ca.vitaravox.ports.clinic.OpenHours;
import ca.vitaravox.postgres.Database;
import ca.vitaravox.server.config.ConfigReader;
import ca.vitaravox.server.config.EmrHosts;
import ca.vitaravox.server.config.ServerConfig;
import ca.vitaravox.server.serve.Backend;
import ca.vitaravox.server.testing.Admin;
import ca.vitaravox.server.testing.Phone;
import ca.vitaravox.server.testing.TestClinic;
import ca.vitaravox.server.testing.TestServer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** A clinic whose OSCAR's address a platform admin entered, and a server for it. */
final class UnconnectedClinic implements AutoCloseable {
    static final ZoneId ZONE = ZoneId.of("America/Vancouver");

    private static final String PUBLIC_URL = "https://voice.clinic.example";
    private static final ClientKey CLIENT = new ClientKey("testclientkey0001", "testclientsecret0001");
    private static final LoginRow MARA = new LoginRow("mara", "correct horse", "2580", "900");
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    static final Map<DayOfWeek, List<OpenHours>> HOURS =
            Map.of(DayOfWeek.MONDAY, List.of(new OpenHours(LocalTime.of(9, 0), LocalTime.NOON)));
    private static final JsonMapper JSON = new JsonMapper();

    final StandInOscar oscar;
    private final Database database = TestServer.running().database();
    private final Envelope envelope = TestServer.envelope();
    private final AtomicReference<Duration> oscarsAhead = new AtomicReference<>(Duration.ZERO);
    private final AtomicReference<Duration> later = new AtomicReference<>(Duration.ZERO);
    private final ClinicId clinic;
    private final Map<String, String> user;
    /** Stands still, unless a test says otherwise. */
    private final InstantSource clock;

    private final Backend server;

    UnconnectedClinic(Line line) {
        this(line, -1, Role.PLATFORM_ADMIN);
    }

    UnconnectedClinic(Line line, int lifetime, Role role) {
        this(line, lifetime, role, Map.of(), EmrHosts.NONE);
    }

    /** With more configuration, on a server that lets EMRs be at those hosts too. */
    UnconnectedClinic(Line line, Map<String, String> more, EmrHosts hosts) {
        this(line, -1, Role.PLATFORM_ADMIN, more, hosts);
    }

    private UnconnectedClinic(Line line, int lifetime, Role role, Map<String, String> more, EmrHosts hosts) {
        clinic = new ClinicId(
                TestClinic.open(database, "con" + UUID.randomUUID().toString().substring(0, 8), 0)
                        .id());
        user = Admin.bearer(Admin.token(role == Role.PLATFORM_ADMIN ? Admin.user(role) : Admin.user(role, clinic)));
        Instant began = Instant.now();
        clock = () -> began.plus(later.get());
        oscar = StandInOscar.start(new StandInSettings(
                line,
                ZONE,
                () -> clock.instant().plus(oscarsAhead.get()),
                () -> UUID.randomUUID().toString(),
                0));
        oscar.tables().clients().put(CLIENT.key(), new ClientRow(CLIENT.key(), CLIENT.secret(), PUBLIC_URL, lifetime));
        allow(Map.of("_appointment", 'w', "_demographic", 'w', "_tickler", 'w'));
        oscar.tables().logins().add(MARA);
        save(oscar.baseUrl(), ZONE, OscarSecrets.of(CLIENT));
        server = Backend.start(config(more).withEmrs(hosts.and(oscar.baseUrl())), database, clock);
    }

    private static ServerConfig config(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "VITARAVOX_PORT",
                "0",
                "VITARAVOX_TOOL_DEADLINE_MS",
                "15000",
                "VITARAVOX_PUBLIC_URL",
                PUBLIC_URL,
                "VITARAVOX_WEBHOOK_SECRET",
                TestServer.SECRET,
                "VITARAVOX_JWT_SECRET",
                TestServer.JWT_SECRET,
                "VITARAVOX_ENCRYPTION_KEYS",
                TestServer.ENCRYPTION_KEYS));
        settings.putAll(more);
        return ConfigReader.read(settings, Optional.empty());
    }

    private void save(URI base, ZoneId zone, OscarSecrets secrets) {
        save(Optional.of(new EmrAddress(base, base, zone)), Optional.of(secrets));
    }

    private void save(Optional<EmrAddress> address, Optional<OscarSecrets> secrets) {
        database.clinicEmrs()
                .save(
                        clinic,
                        new EmrSettings(
                                "oscar",
                                false,
                                address,
                                secrets.map(each -> EmrCredentials.seal(envelope, clinic, each))),
                        clock.instant());
    }

    EmrSettings settings() {
        return database.clinicEmrs().emr(clinic).settings();
    }

    /** What is in the clinic's trail: action, subject and result. */
    List<String> trail() {
        return TestServer.running().trail(clinic.value());
    }

    /** Who did what is in the clinic's trail. */
    Set<String> actors() {
        return TestServer.running().actors(clinic.value());
    }

    String sealed() {
        return settings().credentials().orElseThrow();
    }

    OscarSecrets secrets() {
        return EmrCredentials.open(envelope, clinic, sealed());
    }

    /** What the one who consents may do. */
    void allow(Map<String, Character> privileges) {
        oscar.tables().providers().clear();
        oscar.tables()
                .providers()
                .add(new ProviderRow(
                        "900", "Integration", "Voice", "receptionist", "F", "", "", "", "", privileges, Instant.now()));
    }

    void moveTo(String path) {
        save(oscar.baseUrl().resolve(path), ZONE, secrets());
    }

    /** It is called at an address that a proxy is at, who passes on what it is sent without TLS. */
    void moveBehind(URI proxy) {
        URI seen = URI.create(proxy.toString().replaceFirst("^https", "http"));
        save(Optional.of(new EmrAddress(proxy, seen, ZONE)), Optional.of(secrets()));
    }

    void moveSettingsTo(String zone) {
        save(oscar.baseUrl(), ZoneId.of(zone), secrets());
    }

    void enter(SoapLogin login) {
        save(settings().address(), Optional.of(secrets().with(login)));
    }

    void forgetClient() {
        save(settings().address(), Optional.empty());
    }

    void forgetOscar() {
        database.clinicEmrs().save(clinic, EmrSettings.DEMO, clock.instant());
    }

    /** OSCAR's clock is ahead from now on. */
    void ahead(Duration time) {
        oscarsAhead.set(time);
    }

    /** Time passes for everybody. */
    void later(Duration time) {
        later.updateAndGet(before -> before.plus(time));
    }

    /** The token is taken from OSCAR's tables, a while after it worked. */
    void loseToken() {
        later(Duration.ofSeconds(30));
        test();
        oscar.tables().accessTokens().clear();
    }

    HttpResponse<String> start() {
        return post("/oauth/start", Map.of());
    }

    /** What the browser shows, or where it is sent, after the consent. */
    String browse(String page) throws IOException {
        return new Browser(MARA).consent(URI.create(page));
    }

    URI consent(String page) throws IOException {
        return URI.create(browse(page));
    }

    /** The browser comes back, which to this server means by another name. */
    HttpResponse<String> comeBack(URI back) {
        assertEquals(
                PUBLIC_URL + "/api/admin/emr/oauth/callback", back.toString().replaceFirst("[?].*", ""));
        return send(HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + server.port() + back.getRawPath() + "?" + back.getRawQuery())));
    }

    void connect() throws IOException {
        HttpResponse<String> back =
                comeBack(consent(read(start(), 200).path("authorizationUrl").asText()));
        assertEquals(200, back.statusCode(), back.body());
    }

    JsonNode test() {
        return read(post("/test", Map.of()), 200);
    }

    JsonNode onlyFinding() {
        JsonNode findings = test().path("findings");
        assertEquals(1, findings.size(), findings::toString);
        return findings.get(0);
    }

    HttpResponse<String> post(String path, Map<String, ?> body) {
        return post(server.port(), path, body);
    }

    HttpResponse<String> put(String path, Map<String, ?> body, Map<String, String> headers) {
        return ask(server.port(), "PUT", path, body, headers);
    }

    HttpResponse<String> get(String path) {
        return ask(server.port(), "GET", path, Map.of(), Map.of());
    }

    /** How far it is set up. */
    JsonNode setUp(String part) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + server.port() + "/api/admin/clinics/" + clinic + "/set-up" + part));
        user.forEach(request::header);
        return read(send(request), 200);
    }

    Clinic settled() {
        return database.clinicDirectory().clinic(clinic);
    }

    void settle(UnaryOperator<Clinic> change) {
        database.clinicSettings().save(change.apply(settled()));
    }

    /** The clinic goes live, long enough ago for bookings to be taken. */
    void goLive() {
        database.clinicEmrs().setLive(clinic, true, clock.instant().minusSeconds(60));
    }

    /** A call to the clinic. */
    Phone call() {
        String line = database.clinicDirectory().clinic(clinic).phone().e164();
        return new Phone(server.port(), "+16045550142", line);
    }

    HttpResponse<String> startOnAServerThatAllowsNoPrivateHost() {
        return post(TestServer.running().port(), "/oauth/start", Map.of("outOfBand", true));
    }

    private HttpResponse<String> post(int port, String path, Map<String, ?> body) {
        return ask(port, "POST", path, body, Map.of());
    }

    private HttpResponse<String> ask(
            int port, String method, String path, Map<String, ?> body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/admin/clinics/" + clinic + "/emr" + path))
                .header("Content-Type", "application/json");
        user.forEach(request::header);
        headers.forEach(request::header);
        try {
            return send(request.method(
                    method,
                    method.equals("GET")
                            ? BodyPublishers.noBody()
                            : BodyPublishers.ofString(JSON.writeValueAsString(body))));
        } catch (JsonProcessingException never) {
            throw new AssertionError(never);
        }
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException broken) {
            throw new AssertionError(broken);
        }
    }

    static JsonNode read(HttpResponse<String> answer, int status) {
        assertEquals(status, answer.statusCode(), answer.body());
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException unreadable) {
            throw new AssertionError(answer.body(), unreadable);
        }
    }

    @Override
    public void close() {
        server.close();
        oscar.close();
    }
}
