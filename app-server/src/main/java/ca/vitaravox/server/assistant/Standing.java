package ca.vitaravox.server.assistant;

import ca.vitaravox.vapi.platform.Report;
import java.util.List;
import java.util.Optional;

/**
 * How a clinic stands at the voice platform.
 *
 * @param obstacles what keeps it from being set up, a sentence each that says what to do
 * @param report what is there and what is to be there; empty where the platform cannot be asked
 */
public record Standing(List<String> obstacles, Optional<Report> report) {
    /** Copies the list. */
    public Standing {
        obstacles = List.copyOf(obstacles);
    }

    /** Whether everything is as it is to be. */
    public boolean inStep() {
        return obstacles.isEmpty() && report.filter(Report::inStep).isPresent();
    }
}
