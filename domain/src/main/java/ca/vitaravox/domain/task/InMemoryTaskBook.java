package ca.vitaravox.domain.task;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.task.Task;
import ca.vitaravox.ports.task.TaskBook;
import ca.vitaravox.ports.task.TaskKind;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keeps tasks in memory for as long as it lives: for tests, and for a tool that is one process. Thread-safe. */
public final class InMemoryTaskBook implements TaskBook {
    private final Map<ClinicId, Map<Key, Task>> tasks = new HashMap<>();
    private final Map<ClinicId, Set<Key>> finished = new HashMap<>();

    /** A book without tasks. */
    public InMemoryTaskBook() {}

    private record Key(TaskKind kind, String about) {
        static Key of(Task task) {
            return new Key(task.kind(), task.about());
        }
    }

    @Override
    public synchronized boolean add(ClinicId clinic, Task task) {
        return tasks.computeIfAbsent(clinic, first -> new LinkedHashMap<>()).putIfAbsent(Key.of(task), task) == null;
    }

    @Override
    public synchronized Adding add(ClinicId clinic, Task task, int most) {
        Map<Key, Task> known = tasks.getOrDefault(clinic, Map.of());
        if (known.containsKey(Key.of(task))) {
            return Adding.ALREADY;
        }
        long others = known.values().stream()
                .filter(each -> each.kind() == task.kind() && each.call().equals(task.call()))
                .count();
        if (others >= most) {
            return Adding.FULL;
        }
        add(clinic, task);
        return Adding.ADDED;
    }

    @Override
    public synchronized List<Task> open(ClinicId clinic, int most) {
        Set<Key> done = finished.getOrDefault(clinic, Set.of());
        return tasks.getOrDefault(clinic, Map.of()).values().stream()
                .filter(task -> !done.contains(Key.of(task)))
                .sorted(Comparator.comparing(Task::at))
                .limit(most)
                .toList();
    }

    @Override
    public synchronized void finish(ClinicId clinic, TaskKind kind, String about, Instant now) {
        Key key = new Key(kind, about);
        if (tasks.getOrDefault(clinic, Map.of()).containsKey(key)) {
            finished.computeIfAbsent(clinic, first -> new HashSet<>()).add(key);
        }
    }
}
