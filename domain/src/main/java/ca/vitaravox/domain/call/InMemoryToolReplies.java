package ca.vitaravox.domain.call;

import ca.vitaravox.ports.call.ToolReplies;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps answers in memory: for tests, and for a tool that is one process. Forgets answers after {@link #REMEMBERED},
 * and claims that nobody answered as long after they lapsed.
 */
public final class InMemoryToolReplies implements ToolReplies {
    private final Map<Key, Reply> replies = new HashMap<>();

    /** Nothing was asked yet. */
    public InMemoryToolReplies() {}

    /** A claim until then, or an answer remembered until then. */
    private record Reply(String request, Optional<String> answer, Instant until) {
        boolean counts(Instant now) {
            return now.isBefore(until);
        }

        boolean isClaimed(Instant byThen) {
            return answer.isEmpty() && until.equals(byThen);
        }

        boolean isForgotten(Instant now) {
            return !now.isBefore(answer.isPresent() ? until : until.plus(REMEMBERED));
        }
    }

    @Override
    public synchronized Claim claim(Key key, String request, Instant now, Instant until) {
        replies.values().removeIf(reply -> reply.isForgotten(now));
        Reply before = replies.get(key);
        if (before == null || !before.counts(now)) {
            replies.put(key, new Reply(request, Optional.empty(), until));
            return new Claim.Yours();
        }
        if (!before.request().equals(request)) {
            return new Claim.OtherRequest();
        }
        return before.answer().<Claim>map(Claim.Answered::new).orElseGet(Claim.Running::new);
    }

    @Override
    public synchronized void remember(Key key, Instant until, String answer, Instant now) {
        replies.computeIfPresent(
                key,
                (k, reply) -> reply.isClaimed(until)
                        ? new Reply(reply.request(), Optional.of(answer), now.plus(REMEMBERED))
                        : reply);
    }

    @Override
    public synchronized void forget(Key key, Instant until) {
        replies.computeIfPresent(key, (k, reply) -> reply.isClaimed(until) ? null : reply);
    }
}
