package ca.vitaravox.vapi.clinic;

import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.ClinicInfo;
import ca.vitaravox.ports.clinic.ClinicStatus;
import ca.vitaravox.ports.clinic.OpenHours;
import ca.vitaravox.vapi.speech.Phrase;
import ca.vitaravox.vapi.speech.Voice;
import ca.vitaravox.vapi.tool.Draft;
import ca.vitaravox.vapi.tool.Lines;
import ca.vitaravox.vapi.tool.Tool;
import ca.vitaravox.vapi.tool.ToolInput;
import ca.vitaravox.vapi.tool.ToolResult;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Tells what anybody may know about the clinic. */
final class GetClinicInfoTool implements Tool {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mmxxx", Locale.ROOT);
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_ADDRESS = 100;
    private static final int LONGEST_REASON = 60;
    private static final int LONGEST_GREETING = 200;

    private final ClinicInfo clinicInfo;
    private final InstantSource clock;

    GetClinicInfoTool(ClinicInfo clinicInfo, InstantSource clock) {
        this.clinicInfo = clinicInfo;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "get_clinic_info";
    }

    /** Everything if there is room; else first without the greeting, then without the hours furthest off. */
    @Override
    public ToolResult run(ToolInput input) {
        ClinicStatus status = clinicInfo.status(input.clinic(), input.voice().language());
        Optional<ToolResult> everything =
                draft(status, input.voice(), List.of(DayOfWeek.values()), true).ifShort();
        return everything.orElseGet(() -> Draft.most(
                weekFromToday(status.clinic()), 7, false, days -> draft(status, input.voice(), days, false)));
    }

    private List<DayOfWeek> weekFromToday(Clinic clinic) {
        DayOfWeek today = clock.instant().atZone(clinic.zone()).getDayOfWeek();
        return IntStream.range(0, 7).mapToObj(today::plus).toList();
    }

    private static Draft draft(ClinicStatus status, Voice voice, List<DayOfWeek> days, boolean withGreeting) {
        Clinic clinic = status.clinic();
        ObjectNode shape = JsonNodeFactory.instance
                .objectNode()
                .put("name", name(clinic))
                .put("phone", clinic.phone().e164())
                .put("address", Lines.shown(clinic.address(), LONGEST_ADDRESS))
                .put("timezone", clinic.zone().getId())
                .put("accepting_new_patients", clinic.acceptingNewPatients())
                .put("waitlist_enabled", clinic.waitlistEnabled());
        ArrayNode languages = shape.putArray("languages");
        clinic.languages().forEach(language -> languages.add(language.code()));
        shape.set("hours", hours(clinic, days));
        shape.put("is_open", status.open());
        status.opensNext().ifPresent(opens -> shape.put("opens_next", MOMENT.format(opens)));
        status.closedBecause().ifPresent(reason -> shape.put("closed_because", Lines.shown(reason, LONGEST_REASON)));
        clinic.greeting()
                .filter(greeting -> withGreeting)
                .ifPresent(greeting -> shape.put("greeting", Lines.shown(greeting, LONGEST_GREETING)));
        return Draft.success(say(status, voice)).with("clinic", shape);
    }

    private static ObjectNode hours(Clinic clinic, List<DayOfWeek> days) {
        ObjectNode hours = JsonNodeFactory.instance.objectNode();
        for (DayOfWeek day : days) {
            ArrayNode stretches = hours.putArray(day.name().toLowerCase(Locale.ROOT));
            for (OpenHours open : clinic.hours().getOrDefault(day, List.of())) {
                stretches.addObject().put("open", TIME.format(open.open())).put("close", TIME.format(open.close()));
            }
        }
        return hours;
    }

    private static String say(ClinicStatus status, Voice voice) {
        String name = name(status.clinic());
        if (status.open()) {
            return voice.say(Phrase.CLINIC_OPEN, name);
        }
        if (status.opensNext().isEmpty()) {
            return voice.say(Phrase.CLINIC_CLOSED_FOR_LONG, name);
        }
        String opens = voice.moment(status.opensNext().get());
        return status.closedBecause()
                .map(reason -> voice.say(Phrase.CLINIC_CLOSED_FOR, name, Lines.shown(reason, LONGEST_REASON), opens))
                .orElseGet(() -> voice.say(Phrase.CLINIC_CLOSED, name, opens));
    }

    private static String name(Clinic clinic) {
        return Lines.shown(clinic.name(), LONGEST_NAME);
    }
}
