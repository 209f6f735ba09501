package ca.vitaravox.server.console;

import ca.vitaravox.ports.access.Actor;
import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.audit.AuditEntry;
import ca.vitaravox.ports.audit.AuditResult;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.postgres.audit.AuditTables;
import ca.vitaravox.server.audit.PatientExport;
import ca.vitaravox.server.audit.PatientExport.Subject;
import ca.vitaravox.server.audit.PatientTable;
import ca.vitaravox.server.cli.ConfigOption;
import ca.vitaravox.server.cli.Refused;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes what was done with one patient's information into a file. */
@Command(
        name = "export",
        description =
                "Writes what was done with one patient's information into a file of JSON lines, with the proof that"
                        + " it is part of the clinic's chain; `audit check` follows it. Doing so is itself in the trail.")
final class AuditExportCommand implements Callable<Integer> {
    @Mixin
    private final ConfigOption config;

    @Option(names = "--clinic", required = true, paramLabel = "ID", description = "Whose patient.")
    private String clinic;

    @Option(names = "--patient", required = true, paramLabel = "ID", description = "The patient's id in the EMR.")
    private String patient;

    @Option(
            names = "--emr",
            description = "Whose id that is, as the entries say it; the clinic's EMR of today if left out.")
    private String emr;

    @Option(names = "--file", required = true, description = "The file, which must not be there yet.")
    private Path file;

    @Option(
            names = "--csv",
            description = "As a table for a spreadsheet instead, the latest first: to be read. It proves nothing.")
    private boolean table;

    @Spec
    private CommandSpec spec;

    AuditExportCommand(Map<String, String> environment) {
        config = new ConfigOption(environment);
    }

    @Override
    public Integer call() {
        Shell.visit(config, (shell, desk) -> {
            ClinicId whose = clinic(shell.database().clinicDirectory());
            return export(shell.database().audit(), whose);
        });
        spec.commandLine().getOut().println("Written. It names a patient: keep it as you keep charts.");
        return 0;
    }

    private ClinicId clinic(ClinicDirectory directory) {
        try {
            return directory.clinic(new ClinicId(clinic)).id();
        } catch (IllegalArgumentException | NoSuchElementException none) {
            throw new Refused("There is no such clinic: give --clinic its id, such as cedar-lane.", none);
        }
    }

    private Path export(AuditTables audit, ClinicId whose) {
        try (Writer out = Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW)) {
            record(audit, whose);
            String ids = Optional.ofNullable(emr).orElseGet(() -> audit.pages().emrInUse(whose));
            Subject subject = new Subject(whose, patient, ids);
            if (table) {
                new PatientTable(audit.pages()).write(subject, out);
            } else {
                new PatientExport(audit.pages(), audit.chains()).write(subject, out);
            }
            return file;
        } catch (IOException unwritable) {
            throw new Refused("The file " + file + " cannot be written: name one that is not there yet.", unwritable);
        }
    }

    private void record(AuditTables audit, ClinicId whose) {
        audit.trail()
                .append(new AuditEntry(
                        whose,
                        InstantSource.system().instant(),
                        new Actor.Server("console"),
                        AuditAction.READ_AUDIT,
                        Optional.of(patient),
                        Optional.of("export"),
                        AuditResult.DONE));
    }
}
