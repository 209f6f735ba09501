package ca.vitaravox.server.assistant;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.Envelope;
import ca.vitaravox.ports.clinic.Line;
import ca.vitaravox.ports.clinic.PlatformParts;
import ca.vitaravox.postgres.Database;
import ca.vitaravox.server.config.Secret;
import ca.vitaravox.server.config.ServerConfig;
import ca.vitaravox.vapi.assistant.Definition;
import ca.vitaravox.vapi.assistant.Lint;
import ca.vitaravox.vapi.assistant.LintFinding;
import ca.vitaravox.vapi.assistant.Part;
import ca.vitaravox.vapi.platform.ClinicSetup;
import ca.vitaravox.vapi.platform.Report;
import ca.vitaravox.vapi.platform.Setups;
import ca.vitaravox.vapi.platform.VapiRest;
import ca.vitaravox.vapi.tool.DeclaredToolbox;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Clinics' assistants at the voice platform: what they are to be, what they are, and making them so. Thread-safe; a
 * clinic has one push at a time among all servers, and a server one or two.
 */
public final class ClinicAssistants {
    /** Each has a connection to the database for as long as it takes, and needs others meanwhile. */
    private static final int PUSHES_AT_ONCE = 2;

    private static final String UNDER_WAY =
            "The clinic, or another, is being set up at Vapi just now: look again when that is done, in a minute.";

    private final ServerConfig config;
    private final Semaphore pushes = new Semaphore(PUSHES_AT_ONCE);
    private final SetupMaker maker;
    private final Definition definition;
    private final Lint lint;
    private final Setups setups;
    private final PlatformParts parts;

    /**
     * Those of all clinics.
     *
     * @param envelope opens the webhook secrets of clinics
     */
    public ClinicAssistants(ServerConfig config, Database database, Envelope envelope, InstantSource clock) {
        this.config = config;
        this.maker = new SetupMaker(
                config,
                database.clinicDirectory(),
                database.transferPlans(),
                database.webhooks().clinicWebhooks(),
                envelope);
        this.definition = new Definition(config.assistants(), DeclaredToolbox.declared());
        this.lint = new Lint(definition, config.toolDeadline());
        this.parts = database.clinics().platformParts();
        this.setups = new Setups(
                new VapiRest(
                        config.vapi().vapiUrl(),
                        config.vapi().vapiApiKey().map(Secret::value).orElse(""),
                        length -> TimeUnit.NANOSECONDS.sleep(length.toNanos())),
                parts,
                database.clinicSettings(),
                definition,
                clock);
    }

    /**
     * Everything of a clinic as it would be sent, by our names; without secrets.
     *
     * @throws java.util.NoSuchElementException if there is no such clinic
     */
    public Map<String, ObjectNode> print(ClinicId clinic) {
        return setups.print(maker.of(clinic));
    }

    /** Whether anything was made for a clinic at the platform, and is known of. */
    public boolean wasPushed(ClinicId clinic) {
        return !parts.of(clinic).isEmpty();
    }

    /** Whether this server has an account at the platform; else clinics are set up there by other means. */
    public boolean canAsk() {
        return config.publicUrl().isPresent() && config.vapi().vapiApiKey().isPresent();
    }

    /**
     * How a clinic stands. Changes nothing.
     *
     * @throws java.util.NoSuchElementException if there is no such clinic
     * @throws ca.vitaravox.vapi.platform.PlatformTroubleException if the platform cannot be asked
     */
    public Standing look(ClinicId clinic) {
        ClinicSetup setup = maker.of(clinic);
        List<String> obstacles = obstacles(setup);
        return new Standing(obstacles, canAsk() ? Optional.of(setups.look(setup)) : Optional.empty());
    }

    /**
     * Makes a clinic's things at the platform what they are to be, unless there are obstacles; one is that it is being done
     * already.
     *
     * @return how it stood before: with obstacles nothing was done
     * @throws java.util.NoSuchElementException if there is no such clinic
     * @throws ca.vitaravox.vapi.platform.PlatformTroubleException if the platform refuses something; what was done
     *     before stays done
     */
    public Standing push(ClinicId clinic) {
        ClinicSetup setup = maker.of(clinic);
        List<String> obstacles = obstacles(setup);
        if (!obstacles.isEmpty()) {
            return new Standing(obstacles, Optional.empty());
        }
        return inTurn(setup)
                .map(report -> new Standing(List.of(), Optional.of(report)))
                .orElseGet(() -> new Standing(List.of(UNDER_WAY), Optional.empty()));
    }

    private Optional<Report> inTurn(ClinicSetup setup) {
        if (!pushes.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return setups.push(setup);
        } finally {
            pushes.release();
        }
    }

    private List<String> obstacles(ClinicSetup setup) {
        List<String> obstacles = new ArrayList<>();
        if (config.vapi().vapiApiKey().isEmpty()) {
            obstacles.add("VITARAVOX_VAPI_API_KEY is missing: give the private key of the account at Vapi.");
        }
        if (config.publicUrl().isEmpty()) {
            obstacles.add("VITARAVOX_PUBLIC_URL is missing: give the address at which Vapi reaches this server.");
        }
        if (setup.lines().isEmpty()) {
            obstacles.add("The clinic has no telephone line: give it a number first.");
        }
        if (setup.fallback().isEmpty()) {
            obstacles.add("Nobody would get a call that this server cannot answer for: give the clinic a front desk, or"
                    + " a telephone number of its own, that is none of its lines here.");
        }
        Set<Part> parts = new LinkedHashSet<>();
        setup.lines().stream()
                .map(Line::language)
                .distinct()
                .forEach(first -> parts.addAll(definition.parts(setup.clinic(), first)));
        parts.stream()
                .flatMap(part -> lint
                        .findings(definition.assistant(
                                setup.clinic(),
                                part,
                                definition.described(part.language(), Optional.of(setup.behind())),
                                Optional.of(setup.behind())))
                        .stream())
                .map(LintFinding::sentence)
                .forEach(obstacles::add);
        return obstacles;
    }
}
