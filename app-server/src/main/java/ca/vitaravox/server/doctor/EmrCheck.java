package ca.vitaravox.server.doctor;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.server.emr.Checkup;
import java.util.List;

/** Whether a clinic's EMR answers and lets us in. */
final class EmrCheck implements Check {
    private final ClinicId clinic;
    private final Checkup checkup;

    EmrCheck(ClinicId clinic, Checkup checkup) {
        this.clinic = clinic;
        this.checkup = checkup;
    }

    @Override
    public List<Finding> look() {
        String about = clinic.value() + ", EMR";
        if (!checkup.isLive(clinic)) {
            return List.of(Finding.good(about, "demo data, since it is not live."));
        }
        List<String> hindrances = checkup.hindrances(clinic);
        return hindrances.isEmpty()
                ? List.of(Finding.good(about, "answers and lets us in."))
                : hindrances.stream()
                        .map(sentence -> Finding.bad(about, sentence))
                        .toList();
    }
}
