package ca.vitaravox.vapi.patient;

import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.patient.LookupResult;
import ca.vitaravox.ports.patient.PatientLookup;
import ca.vitaravox.vapi.speech.Phrase;
import ca.vitaravox.vapi.tool.Arguments;
import ca.vitaravox.vapi.tool.Tool;
import ca.vitaravox.vapi.tool.ToolInput;
import ca.vitaravox.vapi.tool.ToolResult;

/** Looks for a chart by full name and a second factor. */
final class SearchPatientTool implements Tool {
    private final PatientLookup lookup;

    SearchPatientTool(PatientLookup lookup) {
        this.lookup = lookup;
    }

    @Override
    public String name() {
        return "search_patient";
    }

    @Override
    public ToolResult run(ToolInput input) {
        Arguments arguments = input.arguments();
        LookupResult result = lookup.byName(
                input.call(),
                new PatientLookup.ByName(
                        SaidName.of(arguments.needed("first_name"), arguments.needed("last_name")),
                        arguments.date("date_of_birth"),
                        arguments.healthNumber("health_number"),
                        arguments.choice(Relationship.class, "relationship").orElse(Relationship.SELF)));
        return new LookupAnswer(input.voice(), Phrase.NOBODY_BY_THESE_DETAILS, false).to(result);
    }
}
