package ca.vitaravox.vapi.patient;

import ca.vitaravox.ports.patient.PatientLookup;
import ca.vitaravox.vapi.tool.Tool;
import java.util.List;

/** The tools of this room. */
public final class PatientTools {
    private PatientTools() {}

    /** All of them. */
    public static List<Tool> of(PatientLookup lookup) {
        return List.of(new SearchPatientByPhoneTool(lookup), new SearchPatientTool(lookup), new GetPatientTool(lookup));
    }
}
