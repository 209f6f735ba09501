package ca.vitaravox.server.serve;

import ca.vitaravox.domain.FrontDesk;
import ca.vitaravox.ports.clinic.Envelope;
import ca.vitaravox.postgres.Database;
import ca.vitaravox.server.access.Route;
import ca.vitaravox.server.admin.ClinicWebhookSecrets;
import ca.vitaravox.server.audit.AdminTrail;
import ca.vitaravox.server.config.ServerConfig;
import ca.vitaravox.server.emr.DemoOnly;
import ca.vitaravox.server.trial.TrialCallers;
import ca.vitaravox.server.trial.TrialDesk;
import ca.vitaravox.server.trial.TrialRoutes;
import ca.vitaravox.server.trial.TrialWire;
import ca.vitaravox.server.trial.TrialWire.Key;
import ca.vitaravox.vapi.VapiApi;
import ca.vitaravox.vapi.tool.Toolbox;
import java.time.InstantSource;
import java.util.List;

/** Trying calls, over a database and the webhook of this server. */
final class Trying {
    private Trying() {}

    static TrialDesk desk(
            ServerConfig config,
            Database database,
            Envelope envelope,
            FrontDesk desk,
            VapiApi vapi,
            DemoOnly demoOnly,
            InstantSource clock) {
        Key platforms = new Key(config.webhookSecret().orElseThrow(), config.webhookAuth());
        ClinicWebhookSecrets secrets = new ClinicWebhookSecrets(
                database.webhooks().clinicWebhooks(), database.clinicDirectory(), envelope, config);
        return new TrialDesk(
                database.staff().trials(envelope),
                database.clinicEmrs(),
                desk.callDiary(),
                new TrialWire(
                        vapi::answer,
                        clinic -> secrets.own(clinic)
                                .map(own -> new Key(own, secrets.mode(clinic)))
                                .orElse(platforms),
                        demoOnly,
                        clock),
                clock);
    }

    static List<Route> routes(
            TrialDesk desk, Database database, Envelope envelope, Toolbox toolbox, InstantSource clock) {
        return new TrialRoutes(
                        desk,
                        database.staff().trials(envelope),
                        new TrialCallers(database.demoEmr()::callers),
                        database.clinicDirectory(),
                        toolbox.specs(),
                        new AdminTrail(database.audit().trail(), clock),
                        clock)
                .routes();
    }
}
