package ca.vitaravox.server.admin;

import ca.vitaravox.domain.FrontDesk;
import ca.vitaravox.domain.access.AccessDesk;
import ca.vitaravox.domain.booking.SetUpDesk;
import ca.vitaravox.ports.clinic.EmrObserver;
import ca.vitaravox.ports.clinic.Envelope;
import ca.vitaravox.postgres.Database;
import ca.vitaravox.server.access.AccessTokens;
import ca.vitaravox.server.access.AdminApi;
import ca.vitaravox.server.access.BcryptPasswords;
import ca.vitaravox.server.access.CommonPasswordList;
import ca.vitaravox.server.access.Pages;
import ca.vitaravox.server.access.RandomSecrets;
import ca.vitaravox.server.access.Route;
import ca.vitaravox.server.access.TotpCodes;
import ca.vitaravox.server.assistant.AssistantRoutes;
import ca.vitaravox.server.assistant.ClinicAssistants;
import ca.vitaravox.server.audit.AccessTrailRoutes;
import ca.vitaravox.server.audit.AdminTrail;
import ca.vitaravox.server.audit.AuditRoutes;
import ca.vitaravox.server.audit.SettingChanges;
import ca.vitaravox.server.booking.HoldRoutes;
import ca.vitaravox.server.booking.ScheduleRoutes;
import ca.vitaravox.server.booking.WeekRoutes;
import ca.vitaravox.server.call.CallRoutes;
import ca.vitaravox.server.call.TranscriptRoutes;
import ca.vitaravox.server.call.TransferRoutes;
import ca.vitaravox.server.clinic.LibPhoneNumbers;
import ca.vitaravox.server.config.ServerConfig;
import ca.vitaravox.server.emr.Checkup;
import ca.vitaravox.server.emr.ConnectionRoutes;
import ca.vitaravox.server.emr.EmrRoutes;
import ca.vitaravox.server.emr.OscarMaker;
import ca.vitaravox.server.export.ExportRoutes;
import ca.vitaravox.server.outgoing.Gate;
import ca.vitaravox.server.overview.OverviewRoutes;
import ca.vitaravox.server.settings.ClinicPorts;
import ca.vitaravox.server.settings.ClinicSettingsApi;
import ca.vitaravox.server.setup.OutsideChecks;
import ca.vitaravox.server.setup.SetUpRoutes;
import ca.vitaravox.server.task.TaskRoutes;
import ca.vitaravox.server.waitlist.OfferRoutes;
import ca.vitaravox.server.waitlist.WaitlistRoutes;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The administration over a database. */
public final class Administration {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "::1", "localhost");

    private Administration() {}

    /** Who gets in, over a database. */
    public static AccessDesk desk(
            Database database, Envelope envelope, InstantSource clock, boolean secondFactorNeeded) {
        return AccessDesk.of(
                new AccessDesk.Ledgers(
                        database.access().users(),
                        database.access().secondFactors(),
                        database.access().sessionLedger(),
                        database.access().loginAttempts(),
                        database.access().accessTrail(),
                        database.clinicDirectory()),
                new AccessDesk.Means(
                        new BcryptPasswords(),
                        new CommonPasswordList(),
                        new TotpCodes(),
                        new RandomSecrets(),
                        envelope,
                        clock),
                secondFactorNeeded);
    }

    /**
     * Its HTTP interface.
     *
     * @param desks the use cases of the reception
     * @param config with the secret of logins
     * @param envelope what secrets are sealed in
     * @param gate the way to EMRs that are to be connected
     * @param pages the web application
     * @param live pages that are open, and what changes under them
     * @param trials trying calls
     */
    public static AdminApi api(
            ServerConfig config,
            Database database,
            Envelope envelope,
            FrontDesk desks,
            Gate gate,
            InstantSource clock,
            Pages pages,
            Live live,
            List<Route> trials,
            boolean secondFactorNeeded) {
        AccessDesk desk = desk(database, envelope, clock, secondFactorNeeded);
        AdminTrail trail = new AdminTrail(database.audit().trail(), clock);
        List<Route> others = new ArrayList<>(ClinicSettingsApi.routes(
                new ClinicPorts(
                        database.clinics().index(),
                        database.clinicDirectory(),
                        database.clinicSettings(),
                        database.clinics().lines(),
                        desks.clinicInfo()),
                trail));
        SettingChanges changes = new SettingChanges(trail);
        others.addAll(new ScheduleRoutes(database.clinicSettings(), database.scheduleSettings(), changes).routes());
        others.addAll(new TransferRoutes(database.transferPlans(), changes).routes());
        OscarMaker oscars = oscars(config, database, envelope, gate, clock);
        ClinicAssistants assistants = new ClinicAssistants(config, database, envelope, clock);
        SetUpRoutes setUp = setUp(
                database,
                new OutsideChecks(
                        new Checkup(database, envelope, config.emrAllowedHosts(), oscars, config.publicUrl()),
                        assistants),
                trail);
        others.addAll(setUp.routes());
        others.addAll(new EmrRoutes(
                        database.clinicEmrs(), envelope, config.emrAllowedHosts(), setUp::checkReady, changes, clock)
                .routes());
        others.addAll(new WebhookSecretRoutes(
                        new ClinicWebhookSecrets(
                                database.webhooks().clinicWebhooks(), database.clinicDirectory(), envelope, config),
                        changes)
                .routes());
        others.addAll(new TaskRoutes(database.staff().tasks(), database.access().users(), trail, clock).routes());
        others.addAll(new WaitlistRoutes(database.waitlist().entries(), desks.waitlistOffers(), trail, clock).routes());
        others.addAll(new OfferRoutes(
                        new OfferRoutes.Ports(
                                database.waitlist().entries(),
                                database.waitlist().offers(),
                                desks.waitlistOffers(),
                                database.staff().tasks(),
                                database.access().users()),
                        trail,
                        clock)
                .routes());
        others.addAll(new ExportRoutes(
                        new ExportRoutes.Ports(
                                database.clinicDirectory(),
                                database.staff().calls(),
                                database.staff().tasks(),
                                database.access().users(),
                                database.waitlist().entries()),
                        trail,
                        clock)
                .routes());
        others.addAll(live.pulse().routes(live.pages()));
        others.addAll(trials);
        others.addAll(new HoldRoutes(database.clinicSettings(), database.holdLedger(), trail, clock).routes());
        others.addAll(new WeekRoutes(database.clinicSettings(), desks.providerDays(), trail, clock).routes());
        others.addAll(new CallRoutes(
                        database.staff().calls(),
                        database.callLog(envelope),
                        database.staff().transcripts(envelope),
                        database.audit().pages(),
                        database.staff().trials(envelope),
                        trail)
                .routes());
        others.addAll(new TranscriptRoutes(database.staff().transcripts(envelope), trail).routes());
        others.addAll(
                new OverviewRoutes(database.clinicDirectory(), database.staff().figures(), database.clinicEmrs(), clock)
                        .routes());
        others.addAll(
                connections(config, database, envelope, oscars, trail, clock).routes());
        others.addAll(new AuditRoutes(
                        database.audit().trail(),
                        database.audit().pages(),
                        database.audit().chains(),
                        clock)
                .routes());
        others.addAll(new AccessTrailRoutes(
                        database.access().accessTrail(), database.audit().accessPages(), clock)
                .routes());
        others.addAll(new AssistantRoutes(assistants, trail).routes());
        return new AdminApi(
                new AdminApi.UseCases(desk.login(), desk.sessions(), desk.ownAccess(), desk.users()),
                new AccessTokens(config.jwtSecret().orElseThrow().value(), clock),
                new AdminApi.Place(
                        config.publicUrl(),
                        LOOPBACK.contains(config.bind()),
                        config.edge().trustedProxies()),
                clock,
                database.clinicDirectory(),
                others,
                pages,
                live.changed());
    }

    /** With a client of its own, so that whoever tests a connection keeps no call waiting. */
    private static OscarMaker oscars(
            ServerConfig config, Database database, Envelope envelope, Gate gate, InstantSource clock) {
        return new OscarMaker(
                database.clinicDirectory(),
                envelope,
                config.emrAllowedHosts(),
                config.emrAuthorities(),
                gate,
                new LibPhoneNumbers(),
                EmrObserver.NOBODY,
                clock);
    }

    private static SetUpRoutes setUp(Database database, OutsideChecks checks, AdminTrail trail) {
        return new SetUpRoutes(
                new SetUpDesk(
                        database.clinicDirectory(),
                        database.scheduleSettings(),
                        database.emrTables().schedules(),
                        database.clinicEmrs(),
                        database.emrTables().connections(),
                        checks),
                trail);
    }

    private static ConnectionRoutes connections(
            ServerConfig config,
            Database database,
            Envelope envelope,
            OscarMaker oscars,
            AdminTrail trail,
            InstantSource clock) {
        return new ConnectionRoutes(
                new ConnectionRoutes.Ports(
                        database.clinicEmrs(),
                        database.emrTables().connections(),
                        database.clinicDirectory(),
                        database.clinicSettings(),
                        database.emrTables().schedules(),
                        envelope,
                        trail,
                        new RandomSecrets(),
                        clock),
                config.emrAllowedHosts(),
                oscars,
                config.publicUrl());
    }
}
