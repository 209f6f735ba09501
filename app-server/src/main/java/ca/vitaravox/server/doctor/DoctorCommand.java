package ca.vitaravox.server.doctor;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.EmrObserver;
import ca.vitaravox.postgres.Database;
import ca.vitaravox.postgres.UnfitDatabaseException;
import ca.vitaravox.server.assistant.ClinicAssistants;
import ca.vitaravox.server.cli.ConfigOption;
import ca.vitaravox.server.cli.Refused;
import ca.vitaravox.server.clinic.AesGcmEnvelope;
import ca.vitaravox.server.clinic.LibPhoneNumbers;
import ca.vitaravox.server.config.ServerConfig;
import ca.vitaravox.server.emr.Checkup;
import ca.vitaravox.server.emr.OscarMaker;
import ca.vitaravox.server.log.Logs;
import ca.vitaravox.server.outgoing.Gate;
import ca.vitaravox.server.serve.Databases;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Looks over everything a server needs, and says what to mend. */
@Command(
        name = "doctor",
        description =
                "Checks the configuration, the database, time-zone data, and each clinic's EMR and set-up at Vapi;"
                        + " says what to mend. Changes nothing. Ends with 0 if all is well, else with 1.")
public final class DoctorCommand implements Callable<Integer> {
    private static final int CONNECTIONS = 2;

    @Mixin
    private final ConfigOption config;

    @Spec
    private CommandSpec spec;

    /** The command over this environment. */
    public DoctorCommand(Map<String, String> environment) {
        config = new ConfigOption(environment);
    }

    @Override
    public Integer call() {
        boolean well = told(new ZoneCheck());
        try {
            ServerConfig settings = config.readForServing();
            Logs.toConsole(settings.logFormat());
            well &= told(() -> List.of(Finding.good("configuration", "nothing is missing or weak.")));
            return well & lookedOver(settings) ? 0 : 1;
        } catch (Refused unusable) {
            told(() -> List.of(Finding.bad("configuration", unusable.getMessage())));
            return 1;
        }
    }

    private boolean lookedOver(ServerConfig settings) {
        InstantSource clock = InstantSource.system();
        try (Gate gate = Gate.open();
                Database database = Databases.open(settings.databaseUrl().orElseThrow(), CONNECTIONS, clock)) {
            boolean well = told(new DatabaseCheck(database));
            for (Check check : clinics(settings, database, gate, clock)) {
                well &= told(check);
            }
            return well;
        } catch (UnfitDatabaseException unfit) {
            return told(() -> List.of(Finding.bad(DatabaseCheck.ABOUT, unfit.getMessage())));
        }
    }

    private static List<Check> clinics(ServerConfig settings, Database database, Gate gate, InstantSource clock) {
        AesGcmEnvelope envelope = new AesGcmEnvelope(settings.encryptionKeys().orElseThrow());
        Checkup checkup = new Checkup(
                database,
                envelope,
                settings.emrAllowedHosts(),
                new OscarMaker(
                        database.clinicDirectory(),
                        envelope,
                        settings.emrAllowedHosts(),
                        settings.emrAuthorities(),
                        gate,
                        new LibPhoneNumbers(),
                        EmrObserver.NOBODY,
                        clock),
                settings.publicUrl());
        ClinicAssistants assistants = new ClinicAssistants(settings, database, envelope, clock);
        return database.clinicDirectory().clinics().stream()
                .flatMap((ClinicId clinic) ->
                        Stream.<Check>of(new EmrCheck(clinic, checkup), new VapiCheck(clinic, assistants)))
                .toList();
    }

    /** Prints what a check found; whether all of it is well. */
    private boolean told(Check check) {
        List<Finding> findings = found(check);
        PrintWriter out = spec.commandLine().getOut();
        findings.forEach(finding -> out.println(finding.line()));
        out.flush();
        return findings.stream().allMatch(Finding::well);
    }

    private static List<Finding> found(Check check) {
        try {
            return check.look();
        } catch (RuntimeException broken) {
            LoggerFactory.getLogger(DoctorCommand.class).error("a check broke", broken);
            return List.of(Finding.bad(
                    check.getClass().getSimpleName(),
                    "broke (" + broken.getClass().getSimpleName() + "): the log says where."));
        }
    }
}
