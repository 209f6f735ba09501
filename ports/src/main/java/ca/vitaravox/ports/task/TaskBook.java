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

    /**
     * Adds a task that came from a call, unless as many of its kind came from it as may; among all servers.
     *
     * @param most how many may
     */
    Adding add(ClinicId clinic, Task task, int most);

    /** What came of adding a task. */
    enum Adding {
        /** It is there now. */
        ADDED,
        /** It was there before. */
        ALREADY,
        /** It is not there: as many came from its call as may. */
        FULL
    }

    /** The tasks nobody has finished, oldest first, at most {@code most}. */
    List<Task> open(ClinicId clinic, int most);

    /** Nothing remains to be done about a task; one that was finished before stays as it is. */
    void finish(ClinicId clinic, TaskKind kind, String about, Instant now);
}
