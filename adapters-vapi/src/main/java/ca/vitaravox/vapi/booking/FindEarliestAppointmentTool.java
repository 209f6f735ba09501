package ca.vitaravox.vapi.booking;

import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.OpeningSearch;
import ca.vitaravox.ports.booking.PartOfDay;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ClinicInfo;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.vapi.tool.Arguments;
import ca.vitaravox.vapi.tool.Code;
import ca.vitaravox.vapi.tool.Draft;
import ca.vitaravox.vapi.tool.Tool;
import ca.vitaravox.vapi.tool.ToolInput;
import ca.vitaravox.vapi.tool.ToolResult;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds the earliest openings and holds the first. */
final class FindEarliestAppointmentTool implements Tool {
    /** How models write that the caller does not mind. */
    private static final Set<String> ANYBODY = Set.of(
            "any",
            "anyone",
            "anybody",
            "any provider",
            "any doctor",
            "first available",
            "no preference",
            "either",
            "n'importe qui",
            "n’importe qui",
            "任何",
            "都可以");

    private final OpeningSearch openings;
    private final ClinicInfo clinicInfo;

    FindEarliestAppointmentTool(OpeningSearch openings, ClinicInfo clinicInfo) {
        this.openings = openings;
        this.clinicInfo = clinicInfo;
    }

    @Override
    public String name() {
        return "find_earliest_appointment";
    }

    @Override
    public ToolResult run(ToolInput input) {
        Arguments arguments = input.arguments();
        Optional<PatientId> patient = arguments.id("patient_id", PatientId::new);
        if (arguments.has("patient_id") && patient.isEmpty()) {
            return Draft.refusal(Code.IDENTITY_NOT_VERIFIED, input.voice()).result();
        }
        Optional<AppointmentId> moving = arguments.id("appointment_id", AppointmentId::new);
        if (arguments.has("appointment_id") && moving.isEmpty()) {
            return Draft.refusal(Code.APPOINTMENT_NOT_FOUND, input.voice()).result();
        }
        Optional<LocalDate> earliest = arguments.date("earliest_date");
        Optional<LocalDate> latest = arguments.date("latest_date");
        if (earliest.isPresent() && latest.isPresent() && latest.get().isBefore(earliest.get())) {
            return input.invalid("latest_date", "latest_date is before earliest_date");
        }
        Optional<ProviderId> provider = provider(input.clinic(), arguments);
        return new OpeningsAnswer(input)
                .to(openings.find(
                        input.call(),
                        new OpeningSearch.Query(
                                arguments.text("visit_type"),
                                provider,
                                provider.isPresent() ? Optional.empty() : providerName(arguments),
                                earliest,
                                latest,
                                arguments.choice(PartOfDay.class, "part_of_day").orElse(PartOfDay.ANY),
                                arguments.choices(DayOfWeek.class, "weekdays"),
                                patient,
                                moving)));
    }

    /** The provider of that id; an id that the clinic does not have may be a name in the wrong place. */
    private Optional<ProviderId> provider(ClinicId clinic, Arguments arguments) {
        return arguments
                .id("provider_id", ProviderId::new)
                .filter(id -> clinicInfo.clinic(clinic).provider(id).isPresent());
    }

    private static Optional<String> providerName(Arguments arguments) {
        return arguments
                .text("provider_name")
                .or(() -> arguments.text("provider_id"))
                .filter(name -> !ANYBODY.contains(name.toLowerCase(Locale.ROOT)));
    }
}
