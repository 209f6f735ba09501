package ca.vitaravox.server.doctor;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.server.assistant.ClinicAssistants;
import ca.vitaravox.server.assistant.Standing;
import ca.vitaravox.vapi.platform.PlatformTroubleException;
import ca.vitaravox.vapi.platform.Report;
import java.util.ArrayList;
import java.util.List;

/** Whether what a clinic has at Vapi is as it is to be. */
final class VapiCheck implements Check {
    private final ClinicId clinic;
    private final ClinicAssistants assistants;

    VapiCheck(ClinicId clinic, ClinicAssistants assistants) {
        this.clinic = clinic;
        this.assistants = assistants;
    }

    @Override
    public List<Finding> look() {
        String about = clinic.value() + ", Vapi";
        try {
            Standing standing = assistants.look(clinic);
            List<Finding> findings = new ArrayList<>();
            standing.obstacles().forEach(sentence -> findings.add(Finding.bad(about, sentence)));
            standing.report()
                    .filter(report -> !report.inStep())
                    .ifPresent(report -> findings.add(Finding.bad(about, drift(report))));
            return findings.isEmpty() ? List.of(Finding.good(about, "everything is as it is to be.")) : findings;
        } catch (PlatformTroubleException trouble) {
            return List.of(Finding.bad(about, trouble.getMessage()));
        }
    }

    private String drift(Report report) {
        int open = report.open().size();
        return open + (open == 1 ? " thing is" : " things are") + " not as to be ("
                + report.lines().get(0)
                + (report.lines().size() > 1 ? ", …" : "") + "): see `./vitaravox assistant push " + clinic.value()
                + "`.";
    }
}
