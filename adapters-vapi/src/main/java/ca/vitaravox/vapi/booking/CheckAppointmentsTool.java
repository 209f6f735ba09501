package ca.vitaravox.vapi.booking;

import ca.vitaravox.ports.booking.AppointmentList;
import ca.vitaravox.ports.booking.AppointmentStatus;
import ca.vitaravox.ports.booking.OpeningSearch;
import ca.vitaravox.ports.booking.PartOfDay;
import ca.vitaravox.ports.booking.PatientAppointment;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.vapi.speech.Phrase;
import ca.vitaravox.vapi.speech.Voice;
import ca.vitaravox.vapi.tool.Code;
import ca.vitaravox.vapi.tool.Draft;
import ca.vitaravox.vapi.tool.Tool;
import ca.vitaravox.vapi.tool.ToolInput;
import ca.vitaravox.vapi.tool.ToolResult;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tells a patient their appointments, or anybody the openings of a day. */
final class CheckAppointmentsTool implements Tool {
    /** From so far away on, a day without its year could be taken for another. */
    private static final Duration FAR = Duration.ofDays(300);

    private final AppointmentList appointments;
    private final OpeningSearch openings;
    private final InstantSource clock;

    CheckAppointmentsTool(AppointmentList appointments, OpeningSearch openings, InstantSource clock) {
        this.appointments = appointments;
        this.openings = openings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "check_appointments";
    }

    @Override
    public ToolResult run(ToolInput input) {
        if (input.arguments().has("patient_id")) {
            return appointments(input);
        }
        Optional<LocalDate> day = input.arguments().date("date");
        if (day.isEmpty()) {
            return input.invalid("patient_id", "pass patient_id, or date for the open times of a day");
        }
        return new OpeningsAnswer(input)
                .to(openings.find(
                        input.call(),
                        new OpeningSearch.Query(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                day,
                                day,
                                PartOfDay.ANY,
                                Set.of(),
                                Optional.empty(),
                                Optional.empty())));
    }

    private ToolResult appointments(ToolInput input) {
        Voice voice = input.voice();
        boolean past = input.arguments().isTrue("include_past");
        Optional<PatientId> patient = input.arguments().id("patient_id", PatientId::new);
        if (patient.isEmpty()) {
            return Draft.unverified(voice).result();
        }
        AppointmentList.Result result = appointments.list(input.call(), patient.get(), past);
        if (result instanceof AppointmentList.Result.Listed listed) {
            List<PatientAppointment> all = listed.appointments();
            boolean several = listed.more() || all.size() > 1;
            String say = all.isEmpty() ? none(past, voice) : said(all, past, several, voice);
            return Draft.most(
                    all,
                    AppointmentList.MOST_TOLD,
                    listed.more(),
                    some -> Draft.success(say).with("appointments", shapes(some, voice)));
        }
        if (result instanceof AppointmentList.Result.NotVerified) {
            return Draft.unverified(voice).result();
        }
        if (result instanceof AppointmentList.Result.EmrUnavailable) {
            return Draft.refusal(Code.EMR_UNAVAILABLE, voice).result();
        }
        throw new IllegalStateException("no answer to " + result.getClass().getSimpleName());
    }

    private static String none(boolean past, Voice voice) {
        return voice.say(past ? Phrase.NO_PAST_APPOINTMENTS : Phrase.NO_APPOINTMENTS);
    }

    /** About the nearest; of those to come, the nearest that stands. */
    private String said(List<PatientAppointment> all, boolean past, boolean several, Voice voice) {
        PatientAppointment nearest = all.stream()
                .filter(each -> !past && each.status() == AppointmentStatus.BOOKED)
                .findFirst()
                .orElse(all.get(0));
        Phrase phrase = past ? Phrase.LAST_APPOINTMENT : several ? Phrase.NEXT_APPOINTMENT : Phrase.ONLY_APPOINTMENT;
        return voice.say(phrase, say(nearest, voice));
    }

    private ArrayNode shapes(List<PatientAppointment> told, Voice voice) {
        ArrayNode shapes = JsonNodeFactory.instance.arrayNode();
        for (PatientAppointment appointment : told) {
            shapes.add(AppointmentShape.of(appointment)
                    .put("status", appointment.status().name().toLowerCase(Locale.ROOT))
                    .put("say", say(appointment, voice)));
        }
        return shapes;
    }

    private String say(PatientAppointment appointment, Voice voice) {
        Duration away = Duration.between(clock.instant(), appointment.start().toInstant())
                .abs();
        String when =
                away.compareTo(FAR) < 0 ? voice.moment(appointment.start()) : voice.momentWithYear(appointment.start());
        String said = AppointmentShape.say(appointment, when, voice);
        return switch (appointment.status()) {
            case BOOKED, SEEN -> said;
            case CANCELLED -> voice.say(Phrase.WAS_CANCELLED, said);
            case MISSED -> voice.say(Phrase.WAS_MISSED, said);
        };
    }
}
