package ca.vitaravox.vapi.webhook;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.call.CallDiary;
import ca.vitaravox.ports.call.ToolCall;
import ca.vitaravox.ports.clinic.EmrRequest;
import ca.vitaravox.ports.clinic.EmrWatch;
import ca.vitaravox.ports.clinic.EmrWatch.Watched;
import ca.vitaravox.vapi.tool.Toolbox;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes down each tool call in the record of its phone call; after the answer, and never in its way. Thread-safe. */
final class ToolNotes {
    private static final Logger LOG = LoggerFactory.getLogger(ToolNotes.class);

    private final Toolbox toolbox;
    private final CallDiary diary;
    private final EmrWatch emrs;
    private final InstantSource clock;

    ToolNotes(Toolbox toolbox, CallDiary diary, EmrWatch emrs, InstantSource clock) {
        this.toolbox = toolbox;
        this.diary = diary;
        this.emrs = emrs;
        this.clock = clock;
    }

    /** Watches what this thread's tool call asks the EMR. */
    Watched watch() {
        return emrs.watch();
    }

    /** Notes down how a tool call was answered, and what the EMR was asked for it. */
    void add(ToolJob job, CallContext call, Answer answer, List<EmrRequest> asked) {
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
            ToolCall done = new ToolCall(
                    job.notedAs(),
                    tool,
                    job.arrival().at(),
                    took,
                    answer.code(),
                    answer.outcome(),
                    toolbox.told(job.spec(), job.arguments()),
                    asked);
            diary.note(call.clinic(), call.call(), call.caller(), done);
        } catch (RuntimeException e) {
            LOG.warn("{} is missing in the record of call {}: {}", tool, call.call(), Trace.of(e));
        }
    }
}
