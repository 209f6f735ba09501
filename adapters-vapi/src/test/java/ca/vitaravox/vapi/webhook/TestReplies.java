package ca.vitaravox.vapi.webhook;

import ca.vitaravox.ports.call.ToolReplies;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Remembered answers, in memory. */
final class TestReplies implements ToolReplies {
    private record Entry(String request, Instant until, Optional<String> answer) {}

    private final Map<Key, Entry> entries = new HashMap<>();
    volatile boolean forgetful;

    @Override
    public synchronized Claim claim(Key key, String request, Instant now, Instant until) {
        Entry entry = entries.get(key);
        if (entry == null || entry.answer().isEmpty() && !now.isBefore(entry.until())) {
            entries.put(key, new Entry(request, until, Optional.empty()));
            return new Claim.Yours();
        }
        if (!entry.request().equals(request)) {
            return new Claim.OtherRequest();
        }
        return entry.answer().<Claim>map(Claim.Answered::new).orElseGet(Claim.Running::new);
    }

    @Override
    public synchronized void remember(Key key, String answer, Instant now) {
        if (forgetful) {
            throw new IllegalStateException("cannot remember");
        }
        entries.computeIfPresent(key, (same, entry) -> new Entry(entry.request(), entry.until(), Optional.of(answer)));
    }

    @Override
    public synchronized void forget(Key key) {
        entries.remove(key);
    }

    synchronized int size() {
        return entries.size();
    }
}
