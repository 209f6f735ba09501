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
import ca.vitaravox.vapi.tool.Tool;
import ca.vitaravox.vapi.tool.ToolInput;
import ca.vitaravox.vapi.tool.ToolResult;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes the chart of a new patient, once the caller has agreed to it. */
final class RegisterNewPatientTool implements Tool {
    private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{M} .,'’ʼ-]*");

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
                new PatientName(arguments.needed("first_name"), arguments.needed("last_name")),
                arguments.date("date_of_birth").orElseThrow(),
                arguments.choice(Sex.class, "sex").orElseThrow(),
                phone,
                card,
                arguments.email("email"),
                arguments.address("address"));
    }

    private ToolResult register(ToolInput input, NewPatient patient) {
        String clinic = clinics.clinic(input.clinic()).name();
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
        return result instanceof Result.ConsentRequired
                ? Draft.refusal(Code.CONSENT_REQUIRED, wording).result()
                : Draft.refusal(code(result), input.voice()).result();
    }

    private static Code code(Result result) {
        if (result instanceof Result.NotAccepting) {
            return Code.NOT_ACCEPTING_PATIENTS;
        }
        if (result instanceof Result.Duplicate) {
            return Code.DUPLICATE_PATIENT;
        }
        if (result instanceof Result.TooManyAttempts) {
            return Code.TOO_MANY_ATTEMPTS;
        }
        if (result instanceof Result.Pending) {
            return Code.OUTCOME_PENDING;
        }
        if (result instanceof Result.EmrUnavailable) {
            return Code.EMR_UNAVAILABLE;
        }
        throw new IllegalStateException("no answer to " + result.getClass().getSimpleName());
    }
}
