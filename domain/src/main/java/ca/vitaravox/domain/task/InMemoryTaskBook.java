package ca.vitaravox.domain.task;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.task.Task;
import ca.vitaravox.ports.task.TaskBook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps tasks in memory for as long as it lives: for tests, and for a tool that is one process. Thread-safe. */
public final class InMemoryTaskBook implements TaskBook {
    private final Map<ClinicId, List<Task>> tasks = new HashMap<>();

    /** A book without tasks. */
    public InMemoryTaskBook() {}

    @Override
    public synchronized boolean add(ClinicId clinic, Task task) {
        List<Task> open = tasks.computeIfAbsent(clinic, first -> new ArrayList<>());
        boolean there = open.stream()
                .anyMatch(other -> other.kind() == task.kind() && other.about().equals(task.about()));
        return !there && open.add(task);
    }

    @Override
    public synchronized List<Task> open(ClinicId clinic, int most) {
        return tasks.getOrDefault(clinic, List.of()).stream()
                .sorted(Comparator.comparing(Task::at))
                .limit(most)
                .toList();
    }
}
