package ca.vitaravox.domain.call;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.call.Slips;
import ca.vitaravox.ports.clinic.ClinicId;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts in memory what went wrong in calls: for tests, and for a tool that is one process. */
public final class InMemorySlips implements Slips {
    private final Map<Key, Integer> counts = new ConcurrentHashMap<>();

    /** Nothing went wrong yet. */
    public InMemorySlips() {}

    private record Key(ClinicId clinic, CallId call, String tool, String kind) {}

    @Override
    public int add(ClinicId clinic, CallId call, String tool, String kind, Instant now) {
        return counts.merge(new Key(clinic, call, tool, kind), 1, Integer::sum);
    }
}
