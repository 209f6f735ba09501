package ca.vitaravox.server.emr;

import ca.vitaravox.ports.clinic.ClinicId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Whether each clinic's EMR answered when it was last asked. Thread-safe. */
final class EmrHealth {
    private final Map<ClinicId, Boolean> answered = new ConcurrentHashMap<>();

    void note(ClinicId clinic, boolean answers) {
        answered.put(clinic, answers);
    }

    /** Those that did not. */
    int down() {
        return (int) answered.values().stream().filter(answers -> !answers).count();
    }
}
