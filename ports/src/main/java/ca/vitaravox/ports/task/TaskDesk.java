package ca.vitaravox.ports.task;

import ca.vitaravox.ports.access.UserId;
import ca.vitaravox.ports.clinic.ClinicId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Driven port: the tasks of a clinic's staff, with who does them. Thread-safe. */
public interface TaskDesk {
    /**
     * A page of tasks, the oldest first.
     *
     * @param done those that are finished, else those that are open
     * @param after the last task of the page before; empty for the first page
     * @param most how many at most
     */
    List<Kept> page(ClinicId clinic, boolean done, Optional<Mark> after, int most);

    /** One task; empty if there is none. */
    Optional<Kept> task(ClinicId clinic, TaskKind kind, String about);

    /**
     * Somebody takes an open task upon themselves, also from somebody else.
     *
     * @return false if there is none that is open
     */
    boolean take(ClinicId clinic, TaskKind kind, String about, UserId by, Instant now);

    /** Somebody has done a task; who did it first stays. */
    void finish(ClinicId clinic, TaskKind kind, String about, UserId by, Instant now);

    /**
     * A place in the order of tasks.
     *
     * @param at since when the task is there
     * @param kind its kind
     * @param about what it is about
     */
    record Mark(Instant at, TaskKind kind, String about) {
        /** The place of a task. */
        public static Mark of(Task task) {
            return new Mark(task.at(), task.kind(), task.about());
        }
    }

    /**
     * A task with who does it.
     *
     * @param task the task
     * @param taken who took it upon themselves, and when
     * @param finished who finished it, and when; by nobody where nobody had to
     */
    record Kept(Task task, Optional<By> taken, Optional<By> finished) {}

    /**
     * Who did something, and when.
     *
     * @param user who; empty where nobody had to
     * @param at when
     */
    record By(Optional<UserId> user, Instant at) {}
}
