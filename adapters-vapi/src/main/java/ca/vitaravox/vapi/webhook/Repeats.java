package ca.vitaravox.vapi.webhook;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.access.Pause;
import ca.vitaravox.ports.call.ToolReplies;
import ca.vitaravox.ports.call.ToolReplies.Claim;
import ca.vitaravox.vapi.tool.Code;
import ca.vitaravox.vapi.tool.ToolResult;
import ca.vitaravox.vapi.tool.Toolbox;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that a tool call that writes, or counts against a limit, is executed once, however often and wherever it
 * arrives: whoever claims it executes, everybody else waits for that one answer. Thread-safe, among all servers.
 */
final class Repeats {
    private static final Logger LOG = LoggerFactory.getLogger(Repeats.class);
    /** Answers that say "not yet": the next repeat tries again. */
    private static final Set<Code> NOT_REMEMBERED =
            EnumSet.of(Code.EMR_UNAVAILABLE, Code.RATE_LIMITED, Code.OUTCOME_PENDING);
    /** How long past its deadline a call may take to end before another takes it over. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final ToolReplies replies;
    private final Toolbox toolbox;
    private final InstantSource clock;
    private final Pause pause;

    Repeats(ToolReplies replies, Toolbox toolbox, InstantSource clock, Pause pause) {
        this.replies = replies;
        this.toolbox = toolbox;
        this.clock = clock;
        this.pause = pause;
    }

    /**
     * A tool call that is executed once.
     *
     * @param context who asks
     * @param id its id, storable
     * @param request the digest of what it asks
     * @param writes whether it changes anything; else it is executed once because executions are counted
     */
    record Call(CallContext context, String id, String request, boolean writes) {
        /** What is said of one that is still being executed elsewhere when the time is over. */
        private Code late() {
            return writes ? Code.OUTCOME_PENDING : Code.EMR_UNAVAILABLE;
        }
    }

    /**
     * The one answer of a tool call. Another request under its id is refused if it writes; one that only reads is
     * executed, and counts, for itself.
     *
     * @param execute executes it; called at most once
     */
    Answer once(Call repeatable, Supplier<ToolResult> execute) {
        CallContext call = repeatable.context();
        ToolReplies.Key key = new ToolReplies.Key(call.clinic(), call.call(), repeatable.id());
        Polling polling = new Polling(pause, clock);
        while (true) {
            Instant now = clock.instant();
            Instant until = latest(call.deadline().end(), now).plus(GRACE);
            Claim claim = replies.claim(key, repeatable.request(), now, until);
            if (claim instanceof Claim.Yours) {
                return execute(key, until, execute);
            }
            if (claim instanceof Claim.Answered answered) {
                return Answer.Result.remembered(answered.answer());
            }
            if (claim instanceof Claim.OtherRequest) {
                return repeatable.writes() ? new Answer.Failed(Fault.REUSED_ID) : Answer.Result.of(execute.get());
            }
            if (!polling.again(call.deadline())) {
                return Answer.Result.of(toolbox.refusal(repeatable.late(), call.language()));
            }
        }
    }

    private Answer execute(ToolReplies.Key key, Instant until, Supplier<ToolResult> execute) {
        ToolResult result;
        try {
            result = execute.get();
        } catch (RuntimeException | Error e) {
            quietly("forget", () -> replies.forget(key, until));
            throw e;
        }
        Answer.Result answer = Answer.Result.of(result);
        if (result.code().filter(NOT_REMEMBERED::contains).isPresent()) {
            quietly("forget", () -> replies.forget(key, until));
        } else {
            quietly("remember", () -> replies.remember(key, until, answer.json(), clock.instant()));
        }
        return answer;
    }

    /** What was done is done: that it could not be noted down does not change the answer. */
    private static void quietly(String what, Runnable note) {
        try {
            note.run();
        } catch (RuntimeException e) {
            LOG.warn("could not {} a tool call's answer: {}", what, Trace.of(e));
        }
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
