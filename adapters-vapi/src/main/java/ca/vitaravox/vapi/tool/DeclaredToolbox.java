package ca.vitaravox.vapi.tool;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.call.ToolArgument;
import ca.vitaravox.ports.clinic.ClinicInfo;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.PhoneNumbers;
import ca.vitaravox.vapi.speech.Phrase;
import ca.vitaravox.vapi.speech.Voice;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The tools that the catalogue declares, behind its checking of arguments. Thread-safe. */
public final class DeclaredToolbox implements Toolbox {
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final List<ToolSpec> specs;
    private final ArgumentReader reader;
    private final ClinicCalendar calendar;
    private final ClinicInfo clinics;

    /**
     * The toolbox of these tools.
     *
     * @param tools one for each that the catalogue declares
     * @param clinics tells the zone in which dates are meant
     * @throws IllegalArgumentException if a declared tool is not there, or one is there that is not declared
     */
    public DeclaredToolbox(List<Tool> tools, ClinicInfo clinics, PhoneNumbers phoneNumbers, InstantSource clock) {
        this.reader = new ArgumentReader(phoneNumbers);
        this.calendar = new ClinicCalendar(clinics, clock);
        this.clinics = clinics;
        Map<String, Tool> byName = new HashMap<>();
        tools.forEach(tool -> byName.put(tool.name(), tool));
        for (Declared declared : Catalogue.load().declared()) {
            Tool tool = byName.remove(declared.spec().name());
            if (tool == null) {
                throw new IllegalArgumentException(declared.spec().name() + " is declared and not there");
            }
            entries.put(tool.name(), new Entry(declared, tool));
        }
        if (!byName.isEmpty()) {
            throw new IllegalArgumentException(byName.keySet() + " are there and not declared");
        }
        warmUp();
        this.specs =
                entries.values().stream().map(entry -> entry.declared.spec()).toList();
    }

    /** What is declared, in the order in which it is shown: for publishing it, without anything behind it. */
    public static List<ToolSpec> declared() {
        return Catalogue.load().declared().stream().map(Declared::spec).toList();
    }

    @Override
    public Optional<ToolSpec> spec(String name) {
        return Optional.ofNullable(entries.get(name)).map(entry -> entry.declared.spec());
    }

    @Override
    public List<ToolSpec> specs() {
        return specs;
    }

    @Override
    public ToolResult run(ToolSpec spec, CallContext call, ObjectNode arguments) {
        Entry entry = entries.get(spec.name());
        CallContext spoken = in(ChosenLanguage.in(arguments).orElse(call.language()), call);
        Supplier<LocalDate> today = () -> calendar.today(call.clinic());
        ObjectNode inForm = ArgumentForms.of(arguments, entry.declared);
        ArgumentReader.Reading reading = reader.read(entry.declared, inForm, today);
        if (reading instanceof ArgumentReader.Reading.Right right) {
            return entry.tool.run(new ToolInput(spec.name(), spoken, right.arguments(), today, clinics));
        }
        Problem problem = ((ArgumentReader.Reading.Wrong) reading).problem();
        return Questions.refusal(spec.name(), problem, Voice.of(spoken.language()), today);
    }

    @Override
    public Optional<ToolResult> withoutClinic(ToolSpec spec, ObjectNode arguments, Language language) {
        Entry entry = entries.get(spec.name());
        Voice voice = Voice.of(ChosenLanguage.in(arguments).orElse(language));
        return entry.tool.withoutClinic(ArgumentForms.of(arguments, entry.declared), voice);
    }

    @Override
    public List<ToolArgument> told(ToolSpec spec, ObjectNode arguments) {
        return ToldArguments.of(arguments, entries.get(spec.name()).declared);
    }

    @Override
    public ToolResult refusal(Code code, Language language) {
        return Draft.refusal(code, Voice.of(language)).result();
    }

    /** Goes once through what a call goes through, so that the first caller does not wait for it. */
    private void warmUp() {
        ObjectNode some = JsonNodeFactory.instance
                .objectNode()
                .put("earliestDate", "demain")
                .put("reason", "");
        for (Entry entry : entries.values()) {
            reader.read(entry.declared, ArgumentForms.of(some, entry.declared), () -> LocalDate.EPOCH);
        }
        for (Language language : Language.values()) {
            Voice voice = Voice.of(language);
            ZonedDateTime when = ZonedDateTime.ofInstant(Instant.EPOCH, ZoneOffset.UTC);
            Draft.success(voice.say(Phrase.OPENINGS, voice.moment(when), voice.either(List.of("", ""))))
                    .result();
        }
    }

    private static CallContext in(Language language, CallContext call) {
        return new CallContext(call.clinic(), call.call(), call.caller(), language, call.deadline());
    }

    private record Entry(Declared declared, Tool tool) {}
}
