package ca.vitaravox.vapi.platform;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ClinicSettings;
import ca.vitaravox.ports.clinic.Line;
import ca.vitaravox.ports.clinic.PlatformPart;
import ca.vitaravox.ports.clinic.PlatformParts;
import ca.vitaravox.vapi.assistant.Definition;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sees what of a clinic is set up at the voice platform, and makes it what it is to be. Whatever is done is kept at once,
 * so that a push that breaks off is gone on with by the next. Thread-safe; two pushes of one clinic at once may make
 * something twice.
 */
public final class Setups {
    private final VapiRest rest;
    private final PlatformParts parts;
    private final ClinicSettings settings;
    private final Definition definition;
    private final Wants wants;
    private final InstantSource clock;

    /**
     * What is set up over this interface.
     *
     * @param parts what was made there before
     * @param settings learns the platform's ids of lines
     */
    public Setups(
            VapiRest rest,
            PlatformParts parts,
            ClinicSettings settings,
            Definition definition,
            InstantSource clock) {
        this.rest = rest;
        this.parts = parts;
        this.settings = settings;
        this.definition = definition;
        this.wants = new Wants(definition);
        this.clock = clock;
    }

    /**
     * What a push would do. Changes nothing.
     *
     * @throws PlatformTroubleException if the platform cannot be asked
     */
    public Report look(ClinicSetup setup) {
        return walk(setup, false);
    }

    /**
     * Makes the clinic's things at the platform what they are to be, one after the other.
     *
     * @throws PlatformTroubleException if the platform refuses something; what was done before stays done
     */
    public Report push(ClinicSetup setup) {
        return walk(setup, true);
    }

    private Report walk(ClinicSetup setup, boolean act) {
        ClinicId clinic = setup.clinic().id();
        Map<String, PlatformPart> known = new HashMap<>();
        parts.of(clinic).forEach(part -> known.put(part.name(), part));
        Map<String, String> ids = new HashMap<>();
        known.values().forEach(part -> ids.put(part.name(), part.id()));
        List<Wanted> wanted = wants.of(setup);
        List<Change> changes = new ArrayList<>();
        List<String> dropped = new ArrayList<>();
        for (Wanted each : wanted) {
            Step step = Step.of(rest, setup, each, Optional.ofNullable(known.get(each.name())), ids);
            changes.add(step.change());
            if (act) {
                step.take(rest).ifPresent(part -> {
                    parts.keep(clinic, part, clock.instant());
                    ids.put(part.name(), part.id());
                });
                dropped.addAll(step.dropped());
            } else if (step.change().act() == Change.Act.CREATE) {
                ids.remove(each.name());
            }
        }
        changes.addAll(unwanted(clinic, wanted, known, act));
        if (act) {
            learn(setup, ids);
        }
        return new Report(changes, dropped);
    }

    /** Last things first, for nothing that is still named can go. A number stays the clinic's, and is not given back. */
    private List<Change> unwanted(
            ClinicId clinic, List<Wanted> wanted, Map<String, PlatformPart> known, boolean act) {
        List<String> names = wanted.stream().map(Wanted::name).toList();
        List<Change> changes = new ArrayList<>();
        known.keySet().stream()
                .filter(name -> !names.contains(name))
                .sorted((one, other) -> kind(other).compareTo(kind(one)))
                .forEach(name -> {
                    changes.add(new Change(name, Change.Act.DELETE, List.of()));
                    if (act) {
                        if (kind(name) != Kind.NUMBER) {
                            rest.delete(kind(name), known.get(name).id());
                        }
                        parts.forget(clinic, name);
                    }
                });
        return changes;
    }

    private static Kind kind(String name) {
        return switch (name.split("/")[0]) {
            case "credential" -> Kind.CREDENTIAL;
            case "tool" -> Kind.TOOL;
            case "assistant" -> Kind.ASSISTANT;
            case "squad" -> Kind.SQUAD;
            default -> Kind.NUMBER;
        };
    }

    /** A line of one language is also found by its assistant, as in calls from a browser. */
    private void learn(ClinicSetup setup, Map<String, String> ids) {
        for (Line line : setup.lines()) {
            var opening = definition.parts(setup.clinic(), line.language());
            Optional<String> assistant = opening.size() == 1
                    ? Optional.ofNullable(ids.get(opening.get(0).name()))
                    : Optional.empty();
            Optional<String> number = Optional.ofNullable(ids.get(Wants.NUMBER + line.number().e164()))
                    .or(line::phoneNumberId);
            Line known = new Line(line.clinic(), line.number(), number, assistant, line.language());
            if (!known.equals(line)) {
                settings.know(known);
            }
        }
    }

    /** Everything as it would be sent, with names of ours where ids are yet unknown; the secret is left out. */
    public Map<String, ObjectNode> print(ClinicSetup setup) {
        Map<String, ObjectNode> printed = new LinkedHashMap<>();
        Map<String, String> ids = new HashMap<>();
        parts.of(setup.clinic().id()).forEach(part -> ids.put(part.name(), part.id()));
        for (Wanted each : wants.of(setup)) {
            ObjectNode body = each.body().apply(name -> Step.id(ids, name));
            printed.put(each.name(), each.kind() == Kind.CREDENTIAL ? Step.withoutSecret(body) : body);
        }
        return printed;
    }
}
