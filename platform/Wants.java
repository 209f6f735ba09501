package ca.vitaravox.vapi.platform;

import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.Line;
import ca.vitaravox.vapi.assistant.Behind;
import ca.vitaravox.vapi.assistant.Definition;
import ca.vitaravox.vapi.assistant.Equipment;
import ca.vitaravox.vapi.assistant.Part;
import ca.vitaravox.vapi.tool.ToolSpec;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Everything a clinic is to have at the voice platform, each thing after those it names. */
final class Wants {
    static final String CREDENTIAL = "credential";
    static final String NUMBER = "number/";

    private final Definition definition;

    Wants(Definition definition) {
        this.definition = definition;
    }

    List<Wanted> of(ClinicSetup setup) {
        Clinic clinic = setup.clinic();
        Set<Language> beginnings = new LinkedHashSet<>(
                setup.lines().stream().map(Line::language).toList());
        Set<Part> parts = new LinkedHashSet<>();
        beginnings.forEach(first -> parts.addAll(definition.parts(clinic, first)));
        Set<Language> languages =
                new LinkedHashSet<>(parts.stream().map(Part::language).toList());

        List<Wanted> wanted = new ArrayList<>();
        wanted.add(new Wanted(Kind.CREDENTIAL, CREDENTIAL, ids -> SetupShapes.credential(setup)));
        for (Language language : languages) {
            for (ToolSpec tool : definition.tools()) {
                wanted.add(new Wanted(
                        Kind.TOOL,
                        tool(language, tool),
                        ids -> definition.tool(tool, language, Optional.of(behind(setup, ids)))));
            }
        }
        for (Part part : parts) {
            wanted.add(new Wanted(
                    Kind.ASSISTANT,
                    part.name(),
                    ids -> definition.assistant(
                            clinic, part, saved(part.language(), ids), Optional.of(behind(setup, ids)))));
        }
        for (Language first : beginnings) {
            if (definition.parts(clinic, first).size() > 1) {
                wanted.add(new Wanted(
                        Kind.SQUAD,
                        "squad/" + first.code(),
                        ids -> definition.squad(
                                clinic, first, (part, member) -> member.put("assistantId", ids.apply(part.name())))));
            }
        }
        for (Line line : setup.lines()) {
            wanted.add(new Wanted(
                    Kind.NUMBER,
                    NUMBER + line.number().e164(),
                    ids -> SetupShapes.number(setup, line, behind(setup, ids))));
        }
        return wanted;
    }

    private Equipment saved(Language language, UnaryOperator<String> ids) {
        return new Equipment(
                List.of(),
                definition.tools().stream()
                        .map(tool -> ids.apply(tool(language, tool)))
                        .toList());
    }

    private static Behind behind(ClinicSetup setup, UnaryOperator<String> ids) {
        return new Behind(setup.webhook(), ids.apply(CREDENTIAL));
    }

    private static String tool(Language language, ToolSpec tool) {
        return "tool/" + language.code() + "/" + tool.name();
    }
}
