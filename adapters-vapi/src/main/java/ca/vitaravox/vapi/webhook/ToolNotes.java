package ca.vitaravox.vapi.webhook;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.call.CallLog;
import ca.vitaravox.ports.call.ToolCall;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes down each tool call in the record of its phone call; after the answer, and never in its way. Thread-safe. */
final class ToolNotes {
    private static final Logger LOG = LoggerFactory.getLogger(ToolNotes.class);

    private final CallLog log;
    private final InstantSource clock;

    ToolNotes(CallLog log, InstantSource clock) {
        this.log = log;
        this.clock = clock;
    }

    /** Notes down how a tool call was answered. */
    void add(ToolJob job, CallContext call, Answer answer) {
        String tool = job.spec().name();
        Duration took = Duration.between(job.arrival().at(), clock.instant());
        LOG.info(
                "{} in call {}: {} after {} ms",
                tool,
                call.call(),
                answer.code().orElse("success"),
                took.toMillis());
        if (answer instanceof Answer.Failed failed && failed.fault() == Fault.REUSED_ID) {
            return; // under this id stands what was really done
        }
        try {
            ToolCall done =
                    new ToolCall(job.notedAs(), tool, job.arrival().at(), took, answer.code(), answer.outcome());
            log.add(call.clinic(), call.call(), call.caller(), done);
        } catch (RuntimeException e) {
            LOG.warn("{} is missing in the record of call {}: {}", tool, call.call(), Trace.of(e));
        }
    }
}
