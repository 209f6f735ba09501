package ca.vitaravox.vapi.waitlist;

import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.OpeningSearch;
import ca.vitaravox.ports.booking.PartOfDay;
import ca.vitaravox.ports.clinic.ClinicInfo;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.patient.PatientName;
import ca.vitaravox.ports.waitlist.Waitlist;
import ca.vitaravox.ports.waitlist.Waitlist.Result;
import ca.vitaravox.ports.waitlist.WaitlistKind;
import ca.vitaravox.vapi.booking.OpeningsAnswer;
import ca.vitaravox.vapi.patient.SaidName;
import ca.vitaravox.vapi.speech.Phrase;
import ca.vitaravox.vapi.speech.Voice;
import ca.vitaravox.vapi.tool.Arguments;
import ca.vitaravox.vapi.tool.Code;
import ca.vitaravox.vapi.tool.Draft;
import ca.vitaravox.vapi.tool.Refusals;
import ca.vitaravox.vapi.tool.Tool;
import ca.vitaravox.vapi.tool.ToolInput;
import ca.vitaravox.vapi.tool.ToolResult;
import java.time.DayOfWeek;
import java.util.Map;
import java.util.Optional;

/** Puts somebody on the waitlist. */
final class AddToWaitlistTool implements Tool {
    private static final Refusals REFUSALS = new Refusals(Map.of(
            Result.Disabled.class, Code.WAITLIST_DISABLED,
            Result.NotIdentified.class, Code.IDENTITY_NOT_VERIFIED,
            Result.AppointmentNotFound.class, Code.APPOINTMENT_NOT_FOUND,
            Result.EmrUnavailable.class, Code.EMR_UNAVAILABLE));

    private final Waitlist waitlist;
    private final ClinicInfo clinicInfo;

    AddToWaitlistTool(Waitlist waitlist, ClinicInfo clinicInfo) {
        this.waitlist = waitlist;
        this.clinicInfo = clinicInfo;
    }

    @Override
    public String name() {
        return "add_to_waitlist";
    }

    @Override
    public ToolResult run(ToolInput input) {
        Arguments arguments = input.arguments();
        Optional<PatientId> patient = arguments.id("patient_id", PatientId::new);
        if (arguments.has("patient_id") && patient.isEmpty()) {
            return Draft.refusal(Code.IDENTITY_NOT_VERIFIED, input.voice()).result();
        }
        Optional<AppointmentId> appointment = arguments.id("appointment_id", AppointmentId::new);
        if (arguments.has("appointment_id") && appointment.isEmpty()) {
            return Draft.refusal(Code.APPOINTMENT_NOT_FOUND, input.voice()).result();
        }
        Optional<ProviderId> provider = arguments.id("provider_id", ProviderId::new);
        if (arguments.has("provider_id") && provider.isEmpty()) {
            return answer(
                    input,
                    new Result.ProviderNotFound(
                            clinicInfo.clinic(input.clinic()).bookableProviders()));
        }
        return answer(
                input,
                waitlist.join(
                        input.call(),
                        new Waitlist.Command(
                                arguments.choice(WaitlistKind.class, "kind").orElseThrow(),
                                patient,
                                name(arguments),
                                arguments.phone("phone"),
                                arguments.text("visit_type"),
                                provider,
                                arguments.choice(PartOfDay.class, "part_of_day").orElse(PartOfDay.ANY),
                                arguments.choices(DayOfWeek.class, "weekdays"),
                                arguments.date("latest_date"),
                                appointment,
                                arguments.text("notes"))));
    }

    private static Optional<PatientName> name(Arguments arguments) {
        return arguments
                .text("first_name")
                .flatMap(first -> arguments.text("last_name").map(last -> SaidName.of(first, last)));
    }

    private static ToolResult answer(ToolInput input, Result result) {
        Voice voice = input.voice();
        if (result instanceof Result.Joined joined) {
            Phrase say = joined.already() ? Phrase.WAITLISTED_ALREADY : Phrase.WAITLISTED;
            Draft draft = Draft.success(voice.say(say, joined.position())).with("position", joined.position());
            return (joined.already() ? draft.with("already", true) : draft).result();
        }
        if (result instanceof Result.NameNeeded) {
            String missing = input.arguments().has("first_name") ? "last_name" : "first_name";
            return input.invalid(missing, missing + " is missing, or a patient_id of this call");
        }
        if (result instanceof Result.PhoneNeeded) {
            return input.invalid("phone", "phone is missing");
        }
        if (result instanceof Result.TooLong tooLong) {
            return input.invalid("latest_date", "latest_date is at most " + tooLong.last());
        }
        if (result instanceof Result.VisitTypeUnknown unknown) {
            return new OpeningsAnswer(input).to(new OpeningSearch.Result.VisitTypeUnknown(unknown.known()));
        }
        if (result instanceof Result.ProviderNotFound unknown) {
            return new OpeningsAnswer(input).to(new OpeningSearch.Result.ProviderNotFound(unknown.known()));
        }
        if (result instanceof Result.Full) {
            return Draft.refusal(Code.LIMIT_REACHED, voice.say(Phrase.WAITLIST_FULL))
                    .result();
        }
        return REFUSALS.to(result, voice);
    }
}
