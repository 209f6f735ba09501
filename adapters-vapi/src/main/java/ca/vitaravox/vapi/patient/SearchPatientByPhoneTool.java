package ca.vitaravox.vapi.patient;

import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.patient.LookupResult;
import ca.vitaravox.ports.patient.PatientLookup;
import ca.vitaravox.vapi.speech.Phrase;
import ca.vitaravox.vapi.tool.Arguments;
import ca.vitaravox.vapi.tool.Tool;
import ca.vitaravox.vapi.tool.ToolInput;
import ca.vitaravox.vapi.tool.ToolResult;
import java.util.Optional;

/** Looks for the caller's chart by the number they call from, or by one they claim. */
final class SearchPatientByPhoneTool implements Tool {
    private final PatientLookup lookup;

    SearchPatientByPhoneTool(PatientLookup lookup) {
        this.lookup = lookup;
    }

    @Override
    public String name() {
        return "search_patient_by_phone";
    }

    @Override
    public ToolResult run(ToolInput input) {
        Arguments arguments = input.arguments();
        // a model likes to pass the number it sees as the caller's: that is no claim to another
        Optional<PhoneNumber> claimed =
                arguments.phone("phone").filter(phone -> !input.call().caller().equals(Optional.of(phone)));
        LookupResult result = lookup.byPhone(
                input.call(),
                new PatientLookup.ByPhone(
                        claimed,
                        arguments.text("first_name").map(SaidName::withoutTitle),
                        arguments.date("date_of_birth"),
                        arguments.healthNumber("health_number"),
                        arguments.choice(Relationship.class, "relationship").orElse(Relationship.SELF)));
        return new LookupAnswer(input.voice(), Phrase.NOBODY_UNDER_THIS_NUMBER, true).to(result);
    }
}
