package ca.vitaravox.vapi.patient;

import ca.vitaravox.ports.clinic.ClinicInfo;
import ca.vitaravox.ports.patient.PatientLookup;
import ca.vitaravox.ports.patient.Registration;
import ca.vitaravox.vapi.tool.Tool;
import java.util.List;

/** The tools of this room. */
public final class PatientTools {
    private PatientTools() {}

    /** All of them. */
    public static List<Tool> of(PatientLookup lookup, Registration registration, ClinicInfo clinics) {
        return List.of(
                new SearchPatientByPhoneTool(lookup),
                new SearchPatientTool(lookup),
                new GetPatientTool(lookup),
                new RegisterNewPatientTool(registration, clinics));
    }
}
