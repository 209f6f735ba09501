package ca.vitaravox.ports.task;

import ca.vitaravox.ports.clinic.ClinicId;
import java.time.Instant;
import java.util.List;

/** Driven port: the tasks of a clinic's staff. Thread-safe. */
public interface TaskBook {
    /**
     * Adds a task; one of the same kind about the same thing is added once.
     *
     * @return whether it was added just now
     */
    boolean add(ClinicId clinic, Task task);

    /** The tasks nobody has finished, oldest first, at most {@code most}. */
    List<Task> open(ClinicId clinic, int most);

    /** Nothing remains to be done about a task; one that was finished before stays as it is. */
    void finish(ClinicId clinic, TaskKind kind, String about, Instant now);
}
