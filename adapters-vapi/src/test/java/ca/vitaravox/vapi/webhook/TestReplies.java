package ca.vitaravox.vapi.webhook;

import ca.vitaravox.domain.call.InMemoryToolReplies;
import ca.vitaravox.ports.call.ToolReplies;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** Remembered answers, in memory, and how many there are. */
final class TestReplies implements ToolReplies {
    private final ToolReplies replies = new InMemoryToolReplies();
    private final Set<Key> kept = new HashSet<>();
    volatile boolean forgetful;

    @Override
    public synchronized Claim claim(Key key, String request, Instant now, Instant until) {
        kept.add(key);
        return replies.claim(key, request, now, until);
    }

    @Override
    public synchronized void remember(Key key, Instant until, String answer, Instant now) {
        if (forgetful) {
            throw new IllegalStateException("cannot remember");
        }
        replies.remember(key, until, answer, now);
    }

    @Override
    public synchronized void forget(Key key, Instant until) {
        kept.remove(key);
        replies.forget(key, until);
    }

    /** How many calls were claimed and not given up. */
    synchronized int size() {
        return kept.size();
    }
}
