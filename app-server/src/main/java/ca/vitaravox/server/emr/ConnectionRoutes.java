package ca.vitaravox.server.emr;

import ca.vitaravox.oscar.connect.Trouble;
import ca.vitaravox.ports.access.AccessSecrets;
import ca.vitaravox.ports.access.Actor;
import ca.vitaravox.ports.access.SessionId;
import ca.vitaravox.ports.access.UserId;
import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.audit.AuditResult;
import ca.vitaravox.ports.booking.EmrSchedules;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.ClinicEmrs;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ClinicSettings;
import ca.vitaravox.ports.clinic.EmrConnections;
import ca.vitaravox.ports.clinic.EmrConnections.Asker;
import ca.vitaravox.ports.clinic.Envelope;
import ca.vitaravox.server.access.Problem;
import ca.vitaravox.server.access.Route;
import ca.vitaravox.server.access.Visit;
import ca.vitaravox.server.access.Words;
import ca.vitaravox.server.audit.AdminTrail;
import ca.vitaravox.server.audit.Deed;
import ca.vitaravox.server.audit.SettingChanges;
import ca.vitaravox.server.config.EmrHosts;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HandlerType;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Connecting a clinic to its OSCAR, testing the connection, and what is taken over from there. */
public final class ConnectionRoutes {
    private static final String EMR = "/api/admin/clinics/{clinic}/emr";
    private static final String CALLBACK = "/api/admin/emr/oauth/callback";
    private static final int CONFLICT = 409;
    private static final int GONE = 410;
    private static final int LONGEST_VERIFIER = 100;
    /** For a consent of which it is not known who asked for it. */
    private static final Actor SOMEBODY = new Actor.Server("emr-consent");

    /**
     * What it is built over.
     *
     * @param emrs which EMR each clinic has
     * @param connections how they came to be connected
     * @param clinics the clinics
     * @param settings writes their settings
     * @param schedules what they make of their EMR's schedule
     * @param envelope what seals secrets
     * @param trail who connects, tests and takes over
     * @param random what nobody may guess
     * @param clock the time now
     */
    public record Ports(
            ClinicEmrs emrs,
            EmrConnections connections,
            ClinicDirectory clinics,
            ClinicSettings settings,
            EmrSchedules schedules,
            Envelope envelope,
            AdminTrail trail,
            AccessSecrets random,
            InstantSource clock) {}

    private final AdminTrail trail;
    private final Connecting connecting;
    private final Testing testing;
    private final Optional<URI> callback;
    private final String noCallback;
    private final List<Route> others = new ArrayList<>();

    /**
     * Over these ports.
     *
     * @param hosts where EMRs may be
     * @param oscars what reaches them
     * @param publicUrl where a browser comes back to; without it, codes are typed in
     */
    public ConnectionRoutes(Ports ports, EmrHosts hosts, OscarMaker oscars, Optional<URI> publicUrl) {
        this.trail = ports.trail();
        OscarPlaces places = new OscarPlaces(ports.emrs(), ports.envelope(), hosts);
        this.connecting = new Connecting(
                places, ports.connections(), ports.clinics(), ports.envelope(), ports.random(), oscars::means);
        this.testing = new Testing(places, ports.connections(), oscars::means);
        others.addAll(
                new ScheduleRoutes(places, ports.schedules(), ports.clinics(), new SettingChanges(trail)).routes());
        others.addAll(new BridgeKeyRoutes(ports.emrs(), ports.envelope(), trail, ports.clock()).routes());
        others.addAll(new ImportRoutes(
                        new ImportRoutes.Ports(
                                ports.emrs(), ports.clinics(), ports.settings(), ports.schedules(), trail),
                        places,
                        oscars,
                        ports.clock())
                .routes());
        this.callback = callback(publicUrl);
        this.noCallback = noCallback(publicUrl);
    }

    /** Where a browser comes back to; empty where nobody knows the server's own address. */
    static Optional<URI> callback(Optional<URI> publicUrl) {
        return publicUrl.map(url -> URI.create(url.toString().replaceFirst("/$", "") + CALLBACK));
    }

    /** What is named as a callback where nobody is to come back: OSCAR only looks how it begins. */
    static String noCallback(Optional<URI> publicUrl) {
        return callback(publicUrl).map(uri -> uri + "?state=test").orElse(Connecting.OUT_OF_BAND);
    }

    /** The routes. */
    public List<Route> routes() {
        List<Route> routes = new ArrayList<>(List.of(
                new Route(HandlerType.POST, EMR + "/oauth/start", this::start),
                new Route(HandlerType.GET, CALLBACK, this::comeBack),
                new Route(HandlerType.POST, EMR + "/oauth/verifier", this::typeIn),
                new Route(HandlerType.POST, EMR + "/test", this::test)));
        routes.addAll(others);
        return routes;
    }

    private void start(Visit visit) {
        boolean outOfBand = visit.read(body -> body.someFlag("outOfBand").orElse(false));
        if (!outOfBand && callback.isEmpty()) {
            throw Problem.of(
                    CONFLICT,
                    "NO_PUBLIC_URL",
                    "This server does not know its own address, so a browser cannot come back to it: set"
                            + " VITARAVOX_PUBLIC_URL, or send outOfBand.");
        }
        Connecting.Started started = trail.around(
                Deed.of(visit, AuditAction.CONNECT_EMR, "emr/oauth/start"),
                () -> connecting.start(visit.clinic(), outOfBand ? Optional.empty() : callback, asker(visit.actor())),
                how -> done(how instanceof Connecting.Started.Page));
        if (!(started instanceof Connecting.Started.Page page)) {
            throw refused(((Connecting.Started.Not) started).trouble());
        }
        visit.answer(
                200,
                object().put("authorizationUrl", page.page().toString())
                        .put("outOfBand", outOfBand)
                        .put("expiresAt", page.until().toString()));
    }

    /** Whoever comes with the state was sent by us: there is no session here, which cookies of one site do not bring. */
    private void comeBack(Visit visit) {
        Optional<Connecting.Finished> finished = connecting.comeBack(
                query(visit, "state"), query(visit, "oauth_token"), query(visit, "oauth_verifier"), this::witnessed);
        answer(
                visit,
                finished.orElseThrow(() -> Problem.of(
                        GONE,
                        "CONSENT_OVER",
                        "This link was used before, or is older than ten minutes: start connecting again.")));
    }

    private static void answer(Visit visit, Connecting.Finished finished) {
        if (!(finished instanceof Connecting.Finished.Connected connected)) {
            throw refused(((Connecting.Finished.Not) finished).trouble());
        }
        ObjectNode answer = object();
        connected.actingAs().ifPresent(provider -> answer.put("actingAs", provider));
        findings(answer, connected.lacking());
        visit.answer(200, answer);
    }

    /** Whoever comes back has no session, and with the state what was given to the one who began. */
    private Connecting.Finished witnessed(ClinicId clinic, Optional<Asker> by, Supplier<Connecting.Finished> work) {
        Actor actor = by.map(ConnectionRoutes::actor).orElse(SOMEBODY);
        return trail.around(
                new Deed(clinic, actor, AuditAction.CONNECT_EMR, "emr/oauth/callback"),
                work,
                how -> done(how instanceof Connecting.Finished.Connected));
    }

    private static Asker asker(Actor.Admin who) {
        return new Asker(who.user().value(), who.session().value());
    }

    private static Actor actor(Asker who) {
        return new Actor.Admin(new UserId(who.user()), new SessionId(who.session()));
    }

    private static AuditResult done(boolean done) {
        return done ? AuditResult.DONE : AuditResult.REFUSED;
    }

    private static String query(Visit visit, String name) {
        return visit.query().value(name, value -> value).orElse("");
    }

    private void typeIn(Visit visit) {
        String verifier = visit.read(body -> body.line("verifier", LONGEST_VERIFIER));
        if (!verifier.matches("[A-Za-z0-9-]+")) {
            throw Problem.field("verifier", "is the code that OSCAR shows after oauth_verifier=");
        }
        Connecting.Finished finished = trail.around(
                Deed.of(visit, AuditAction.CONNECT_EMR, "emr/oauth/verifier"),
                () -> connecting
                        .typedIn(visit.clinic(), verifier)
                        .orElseThrow(() -> Problem.of(GONE, "NOT_WAITED_FOR", "Nobody waits for a code: start again.")),
                how -> done(how instanceof Connecting.Finished.Connected));
        answer(visit, finished);
    }

    private void test(Visit visit) {
        EmrTest test = trail.around(
                Deed.of(visit, AuditAction.CONNECT_EMR, "emr/test"),
                () -> testing.test(visit.clinic(), noCallback),
                how -> AuditResult.DONE);
        ObjectNode answer = object();
        answer.put("works", test.troubles().stream().map(TroubleWords::of).noneMatch(Finding::hinders));
        test.line().ifPresent(line -> answer.put("line", Words.word(line)));
        test.actingAs().ifPresent(provider -> answer.put("actingAs", provider));
        test.clockAhead().ifPresent(ahead -> answer.put("clockAheadSeconds", ahead.toSeconds()));
        findings(answer, test.troubles());
        visit.answer(200, answer);
    }

    private static void findings(ObjectNode answer, List<Trouble> troubles) {
        answer.putArray("findings")
                .addAll(troubles.stream()
                        .map(TroubleWords::of)
                        .map(ConnectionRoutes::shape)
                        .toList());
    }

    private static ObjectNode shape(Finding finding) {
        return object().put("code", finding.code())
                .put("message", finding.message())
                .put("who", Words.word(finding.who()))
                .put("hinders", finding.hinders());
    }

    private static Problem refused(Trouble trouble) {
        Finding finding = TroubleWords.of(trouble);
        return Problem.of(CONFLICT, finding.code(), finding.message());
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
