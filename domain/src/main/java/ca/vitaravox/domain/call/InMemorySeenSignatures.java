package ca.vitaravox.domain.call;

import ca.vitaravox.ports.call.SeenSignatures;
import ca.vitaravox.ports.clinic.ClinicId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps signatures in memory, until they are too old: for tests, and for a tool that is one process. */
public final class InMemorySeenSignatures implements SeenSignatures {
    private final Map<Key, Request> requests = new HashMap<>();

    /** Nothing came in yet. */
    public InMemorySeenSignatures() {}

    private record Key(ClinicId clinic, String signature) {}

    private record Request(Instant until, Optional<String> answer) {}

    @Override
    public synchronized Seen take(ClinicId clinic, String signature, Instant now, Instant until) {
        requests.values().removeIf(each -> !now.isBefore(each.until()));
        Request before = requests.putIfAbsent(new Key(clinic, signature), new Request(until, Optional.empty()));
        return before == null ? new Seen.First() : new Seen.Before(before.answer());
    }

    @Override
    public synchronized void remember(ClinicId clinic, String signature, String answer) {
        requests.computeIfPresent(
                new Key(clinic, signature), (key, request) -> new Request(request.until(), Optional.of(answer)));
    }

    @Override
    public synchronized void forget(ClinicId clinic, String signature) {
        requests.computeIfPresent(
                new Key(clinic, signature), (key, request) -> request.answer().isPresent() ? request : null);
    }
}
