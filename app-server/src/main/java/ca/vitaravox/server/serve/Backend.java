package ca.vitaravox.server.serve;

import ca.vitaravox.domain.FrontDesk;
import ca.vitaravox.domain.FrontDesk.Emr;
import ca.vitaravox.ports.access.Pause;
import ca.vitaravox.ports.call.CallLog;
import ca.vitaravox.ports.clinic.Envelope;
import ca.vitaravox.postgres.Database;
import ca.vitaravox.server.access.AccessTable;
import ca.vitaravox.server.access.AdminApi;
import ca.vitaravox.server.admin.Administration;
import ca.vitaravox.server.admin.Live;
import ca.vitaravox.server.clinic.AesGcmEnvelope;
import ca.vitaravox.server.clinic.LibPhoneNumbers;
import ca.vitaravox.server.clinic.StatutoryHolidays;
import ca.vitaravox.server.config.Secret;
import ca.vitaravox.server.config.ServerConfig;
import ca.vitaravox.server.docs.DocsPages;
import ca.vitaravox.server.emr.DemoOnly;
import ca.vitaravox.server.emr.EmrListener;
import ca.vitaravox.server.emr.EmrSwitchboard;
import ca.vitaravox.server.emr.EmrTally;
import ca.vitaravox.server.news.ToldCallLog;
import ca.vitaravox.server.outgoing.Gate;
import ca.vitaravox.server.patient.KeyedFingerprints;
import ca.vitaravox.server.trial.TrialDesk;
import ca.vitaravox.server.watch.Along;
import ca.vitaravox.server.watch.Metrics;
import ca.vitaravox.server.watch.MetricsApi;
import ca.vitaravox.server.watch.Timed;
import ca.vitaravox.server.watch.ToolFigures;
import ca.vitaravox.server.watch.Traces;
import ca.vitaravox.server.watch.Watch;
import ca.vitaravox.server.web.WebApplication;
import ca.vitaravox.vapi.UseCases;
import ca.vitaravox.vapi.VapiApi;
import ca.vitaravox.vapi.VoiceTools;
import ca.vitaravox.vapi.assistant.Assistants;
import ca.vitaravox.vapi.assistant.Definition;
import ca.vitaravox.vapi.tool.Toolbox;
import ca.vitaravox.vapi.webhook.CallControl;
import ca.vitaravox.vapi.webhook.CallRates;
import ca.vitaravox.vapi.webhook.HttpCallControl;
import ca.vitaravox.vapi.webhook.WebhookPorts;
import ca.vitaravox.vapi.webhook.WebhookSettings;
import ca.vitaravox.vapi.webhook.WebhookTrust;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A whole server over a database: the webhook, health, and the housekeeping. Closing it lets calls under way finish. */
public final class Backend implements AutoCloseable {
    private static final Duration HEALTH_PATIENCE = Duration.ofSeconds(1);
    /** Longer than a proxy keeps idle connections to us: {@code keepalive_timeout} in deploy/nginx is 4 seconds. */
    private static final Duration LAST_CONNECTIONS = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(Backend.class);

    private final Closing closing = new Closing();
    private final HttpServer http;
    private final HealthApi health;
    private final Live live;
    private final Pause pause = length -> TimeUnit.NANOSECONDS.sleep(length.toNanos());

    /**
     * Starts a server.
     *
     * @param config where it listens, and how Vapi proves itself; with all its secrets
     * @param database open, and closed by whoever opened it after this server
     */
    public static Backend start(ServerConfig config, Database database, InstantSource clock) {
        return new Backend(config, database, clock, UnaryOperator.identity(), usualTrust(), true);
    }

    /** The same for the demo, whose logins have no second factor. */
    public static Backend startForDemo(ServerConfig config, Database database, InstantSource clock) {
        return new Backend(config, database, clock, UnaryOperator.identity(), usualTrust(), false);
    }

    /**
     * The same for tests, of what happens when an EMR fails, and with a stand-in for the voice platform.
     *
     * @param before what is put before the EMR
     * @param trust whose certificates are believed where calls are controlled
     */
    static Backend start(
            ServerConfig config, Database database, InstantSource clock, UnaryOperator<Emr> before, SSLContext trust) {
        return new Backend(config, database, clock, before, trust, true);
    }

    private Backend(
            ServerConfig config,
            Database database,
            InstantSource clock,
            UnaryOperator<Emr> before,
            SSLContext trust,
            boolean secondFactorNeeded) {
        LibPhoneNumbers numbers = new LibPhoneNumbers();
        Gate gate = closing.add(Gate.open());
        Workers team = closing.add(Workers.start());
        Metrics metrics = closing.add(new Metrics());
        Watch watch = new Watch(metrics, closing.add(Traces.to(config.watched().tracesUrl())));
        DemoOnly demoOnly = new DemoOnly();
        Executor workers = demoOnly.following(new Along(team.threads()));
        Envelope envelope = new AesGcmEnvelope(config.encryptionKeys().orElseThrow());
        EmrTally tally = new EmrTally(clock);
        live = Live.start(database, clock);
        CallLog calls = new ToldCallLog(database.callLog(envelope), live.changed());
        EmrSwitchboard emrs = Emrs.of(config, database, envelope, gate, numbers, tally, demoOnly, clock);
        FrontDesk desk = Reception.of(
                Emrs.watched(before.apply(Emrs.routed(emrs, database, clock)), watch),
                database,
                clock,
                pause,
                KeyedFingerprints.from(config.webhookSecret().orElseThrow().value()),
                new StatutoryHolidays(workers),
                envelope,
                calls,
                tally.following(workers),
                watch);
        UseCases useCases = Reception.useCases(desk);
        Toolbox toolbox = VoiceTools.of(useCases, numbers, clock);
        Assistants assistants = new Assistants(
                database.clinicDirectory(),
                database.clinics().platformParts(),
                new Definition(config.assistants(), toolbox.specs()));
        VapiApi vapi = new VapiApi(
                webhook(config),
                toolbox,
                new WebhookPorts(
                        database.clinicDirectory(),
                        assistants,
                        database.toolReplies(),
                        database.holdLedger(),
                        tally,
                        desk.callDiary(),
                        desk.callStart(),
                        database.transferLedger(),
                        control(config, gate, trust),
                        numbers,
                        workers,
                        clock,
                        pause,
                        trust(config, database, envelope, demoOnly, clock),
                        new ToolFigures(watch)));
        health = new HealthApi(() -> components(database, emrs), clock);
        closing.add(EmrListener.start(emrs, database.news()::emrs, desk.callStart()::forget));
        TrialDesk trials = Trying.desk(config, database, envelope, desk, vapi, demoOnly, clock);
        closing.add(Housekeeping.start(
                desk, Reception.notices(database, clock), assistants, trials, database, metrics, clock));
        WebApplication web = new WebApplication();
        AdminApi admin = Administration.api(
                config,
                database,
                envelope,
                desk,
                gate,
                clock,
                web,
                live,
                Trying.routes(trials, database, envelope, toolbox, clock),
                secondFactorNeeded);
        Gauges.add(metrics, health::isReady, database, emrs, live.pages());
        MetricsApi figures = new MetricsApi(metrics, config.watched().metricsToken());
        http = closing.add(HttpServer.start(
                config.bind(),
                config.port(),
                List.of(vapi::addTo, health::addTo, figures::addTo, admin::addTo, web::addTo, new DocsPages()::addTo),
                AccessTable::check,
                (method, route, status, took) ->
                        metrics.time(Timed.HTTP, took, method, route, Integer.toString(status))));
        closing.add(live); // before what waits for requests under way, which open pages are
    }

    private static WebhookSettings webhook(ServerConfig config) {
        WebhookSettings usual = WebhookSettings.of(
                config.webhookAuth(),
                config.webhookSecret().map(Secret::value).orElse(""),
                config.webhookSecretPrevious().map(Secret::value));
        return new WebhookSettings(
                usual.auth(),
                usual.secret(),
                usual.previousSecret(),
                config.toolDeadline(),
                usual.callsPerMessage(),
                usual.callsAtOnce());
    }

    /** What is tried out uses up no caller's rate: it has bounds of its own. */
    private static WebhookTrust trust(
            ServerConfig config, Database database, Envelope envelope, DemoOnly demoOnly, InstantSource clock) {
        CallRates rates = new CallRateLimits(config.ratePerNumber(), config.ratePerClinic(), clock);
        return new WebhookTrust(
                database.webhooks().clinicWebhooks(),
                envelope,
                database.webhooks().signatures(),
                call -> demoOnly.isMarked() || rates.admits(call));
    }

    private static CallControl control(ServerConfig config, Gate gate, SSLContext trust) {
        return config.callControlHosts().none()
                ? CallControl.OFF
                : new HttpCallControl(
                        config.callControlHosts(), trust, gate.unless(config.callControlHosts()::isNamed));
    }

    /** The authorities that come with Java. */
    static SSLContext usualTrust() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java platform has no TLS", e);
        }
    }

    private static HealthApi.Components components(Database database, EmrSwitchboard emrs) {
        Optional<Duration> latency = database.connections().check(HEALTH_PATIENCE);
        int down = emrs.down();
        return latency.map(took -> new HealthApi.Components(
                        true, took.toMillis(), Math.max(0, database.clinics().callable() - down), down))
                .orElseGet(() -> new HealthApi.Components(false, HEALTH_PATIENCE.toMillis(), 0, down));
    }

    /** The port it listens on. */
    public int port() {
        return http.port();
    }

    /** All it serves, as {@code GET /health}. */
    public List<String> routes() {
        return http.routes();
    }

    /**
     * Leaves the other servers to their work: says that it is not ready and goes on as before for so long, then takes no
     * new connections and waits for those there are, for 5 seconds at most. To be closed afterwards; with zero, at once.
     */
    public void leave(Duration notice) {
        if (notice.isZero()) {
            return;
        }
        LOG.info("leaving: not ready from now on, and no new connections after {} ms", notice.toMillis());
        health.leave();
        live.pages().leave();
        try {
            pause.of(notice);
            http.leave(LAST_CONNECTIONS, pause);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.close();
    }
}
