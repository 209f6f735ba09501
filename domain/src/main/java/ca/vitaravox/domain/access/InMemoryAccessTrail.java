package ca.vitaravox.domain.access;

import ca.vitaravox.ports.access.AccessEvent;
import ca.vitaravox.ports.access.AccessTrail;
import java.util.ArrayList;
import java.util.List;

/** Keeps the trail of access in memory: for tests. Thread-safe. */
public final class InMemoryAccessTrail implements AccessTrail {
    private final List<AccessEvent> events = new ArrayList<>();

    /** An empty trail. */
    public InMemoryAccessTrail() {}

    @Override
    public synchronized void append(AccessEvent event) {
        events.add(event);
    }

    /** Everything that happened, oldest first. */
    public synchronized List<AccessEvent> events() {
        return List.copyOf(events);
    }
}
