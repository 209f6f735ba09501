package ca.vitaravox.vapi.clinic;

import ca.vitaravox.ports.clinic.ClinicInfo;
import ca.vitaravox.vapi.tool.Tool;
import java.time.InstantSource;
import java.util.List;

/** The tools of this room. */
public final class ClinicTools {
    private ClinicTools() {}

    /** All of them. */
    public static List<Tool> of(ClinicInfo clinicInfo, InstantSource clock) {
        return List.of(new GetClinicInfoTool(clinicInfo, clock));
    }
}
