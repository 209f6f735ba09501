package ca.vitaravox.server.setup;

import ca.vitaravox.ports.booking.SetUpChecks;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.server.assistant.ClinicAssistants;
import ca.vitaravox.server.assistant.Standing;
import ca.vitaravox.server.emr.Checkup;
import ca.vitaravox.vapi.platform.PlatformTroubleException;
import java.util.ArrayList;
import java.util.List;

/** Tests the clinic's EMR, and compares what it has at the voice platform with what it is to have. */
public final class OutsideChecks implements SetUpChecks {
    private final Checkup checkup;
    private final ClinicAssistants assistants;

    /** Checks by these means. */
    public OutsideChecks(Checkup checkup, ClinicAssistants assistants) {
        this.checkup = checkup;
        this.assistants = assistants;
    }

    @Override
    public boolean hasAssistant(ClinicId clinic) {
        return !assistants.canAsk() || assistants.wasPushed(clinic);
    }

    @Override
    public List<String> emr(ClinicId clinic) {
        return checkup.hindrances(clinic);
    }

    /** Without an account at the platform, assistants are set up there by hand, and nobody here can look. */
    @Override
    public List<String> assistant(ClinicId clinic) {
        if (!assistants.canAsk()) {
            return List.of();
        }
        try {
            Standing standing = assistants.look(clinic);
            List<String> troubles = new ArrayList<>(standing.obstacles());
            if (troubles.isEmpty() && !standing.inStep()) {
                troubles.add("What the clinic has at Vapi is not what it is to have: push it.");
            }
            return troubles;
        } catch (PlatformTroubleException trouble) {
            return List.of(trouble.getMessage());
        }
    }
}
