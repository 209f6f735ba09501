package ca.vitaravox.vapi.patient;

import ca.vitaravox.ports.clinic.ClinicInfo;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.patient.Consent;
import ca.vitaravox.ports.patient.HealthCard;
import ca.vitaravox.ports.patient.NewPatient;
import ca.vitaravox.ports.patient.PatientName;
import ca.vitaravox.ports.patient.Registration;
import ca.vitaravox.ports.patient.Registration.Result;
import ca.vitaravox.ports.patient.Sex;
import ca.vitaravox.vapi.speech.Phrase;
import ca.vitaravox.vapi.speech.SpokenDigits;
import ca.vitaravox.vapi.tool.Arguments;
import ca.vitaravox.vapi.tool.Code;
import ca.vitaravox.vapi.tool.Draft;
import ca.vitaravox.vapi.tool.Lines;
import ca.vitaravox.vapi.tool.Next;
import ca.vitaravox.vapi.tool.Refusals;
import ca.vitaravox.vapi.tool.Tool;
import ca.vitaravox.vapi.tool.ToolInput;
import ca.vitaravox.vapi.tool.ToolResult;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes the chart of a new patient, once the caller has agreed to it. */
final class RegisterNewPatientTool implements Tool {
    private static final int LONGEST_CLINIC = 60;
    private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{M} .,'’ʼ-]*");

    private static final Refusals REFUSALS = new Refusals(Map.of(
            Result.NotAccepting.class, Code.NOT_ACCEPTING_PATIENTS,
            Result.Duplicate.class, Code.DUPLICATE_PATIENT,
            Result.TooManyAttempts.class, Code.TOO_MANY_ATTEMPTS,
            Result.Pending.class, Code.OUTCOME_PENDING,
            Result.EmrUnavailable.class, Code.EMR_UNAVAILABLE));

    private final Registration registration;
    private final ClinicInfo clinics;

    RegisterNewPatientTool(Registration registration, ClinicInfo clinics) {
        this.registration = registration;
        this.clinics = clinics;
    }

    @Override
    public String name() {
        return "register_new_patient";
    }

    @Override
    public ToolResult run(ToolInput input) {
        Arguments arguments = input.arguments();
        for (String name : new String[] {"first_name", "last_name"}) {
            if (!NAME.matcher(arguments.needed(name)).matches()) {
                return input.invalid(name, name + " is no name: letters, hyphens and apostrophes alone");
            }
        }
        Optional<PhoneNumber> phone = arguments.phone("phone");
        if (phone.isEmpty()) {
            return input.invalid("phone", "phone is missing");
        }
        Optional<HealthCardReading> card = arguments
                .text("health_number")
                .map(said -> HealthCardReading.of(
                        SpokenDigits.of(said),
                        arguments.text("health_number_version"),
                        arguments.province("province")));
        if (card.isPresent() && card.get() instanceof HealthCardReading.Wrong wrong) {
            return input.invalid(wrong.field(), wrong.hint());
        }
        Optional<HealthCard> right = card.map(reading -> ((HealthCardReading.Right) reading).card());
        return register(input, patient(arguments, phone.get(), right));
    }

    private static NewPatient patient(Arguments arguments, PhoneNumber phone, Optional<HealthCard> card) {
        return new NewPatient(
                new PatientName(
                        SaidName.withoutTitle(arguments.needed("first_name")),
                        SaidName.withoutTitle(arguments.needed("last_name"))),
                arguments.date("date_of_birth").orElseThrow(),
                arguments.choice(Sex.class, "sex").orElseThrow(),
                phone,
                card,
                arguments.email("email"),
                arguments.address("address"));
    }

    private ToolResult register(ToolInput input, NewPatient patient) {
        String clinic = Lines.shown(clinics.clinic(input.clinic()).name(), LONGEST_CLINIC);
        String wording = input.voice().say(Phrase.REGISTRATION_CONSENT, clinic);
        Consent words = new Consent(wording, input.voice().language());
        Result result = registration.register(
                input.call(),
                new Registration.Command(patient, words, input.arguments().isTrue("consent")));
        if (result instanceof Result.Registered registered) {
            Draft draft = Draft.success(input.voice().say(Phrase.REGISTERED, clinic))
                    .with("patient_id", registered.patient().value())
                    .with("level", "verified");
            return (registered.already() ? draft.with("already", true) : draft).result();
        }
        if (result instanceof Result.ConsentRequired) {
            return Draft.refusal(Code.CONSENT_REQUIRED, wording).result();
        }
        return result instanceof Result.NotAccepting && !input.keepsWaitlist()
                ? Draft.refusal(Code.NOT_ACCEPTING_PATIENTS, input.voice().say(Phrase.NO_NEW_PATIENTS))
                        .next(Next.NOTHING)
                        .result()
                : REFUSALS.to(result, input.voice());
    }
}
