package ca.vitaravox.domain.call;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.call.Transcripts;
import ca.vitaravox.ports.clinic.ClinicId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps in memory what was said in calls, for as long as it lives: for tests, and for a tool that is one process. */
public final class InMemoryTranscripts implements Transcripts {
    private final Map<Key, Kept> kept = new ConcurrentHashMap<>();

    /** Nothing was said yet. */
    public InMemoryTranscripts() {}

    private record Key(ClinicId clinic, CallId call) {}

    @Override
    public void keep(ClinicId clinic, CallId call, String text, Instant now) {
        kept.merge(new Key(clinic, call), new Kept(now, text), (first, again) -> new Kept(first.since(), text));
    }

    @Override
    public Optional<Kept> transcript(ClinicId clinic, CallId call) {
        return Optional.ofNullable(kept.get(new Key(clinic, call)));
    }

    @Override
    public boolean has(ClinicId clinic, CallId call) {
        return kept.containsKey(new Key(clinic, call));
    }

    @Override
    public boolean remove(ClinicId clinic, CallId call) {
        return kept.remove(new Key(clinic, call)) != null;
    }
}
