package ca.vitaravox.vapi.webhook;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.booking.HoldLedger;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import ca.vitaravox.ports.clinic.Line;
import ca.vitaravox.vapi.tool.Code;
import ca.vitaravox.vapi.tool.ToolResult;
import ca.vitaravox.vapi.tool.Toolbox;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The execution of one tool call: whose call it is, its holds renewed, and its answer. Thread-safe. */
final class ToolRun {
    private static final Logger LOG = LoggerFactory.getLogger(ToolRun.class);

    private final Toolbox toolbox;
    private final ClinicDirectory directory;
    private final HoldLedger holds;
    private final Repeats repeats;
    private final InstantSource clock;

    ToolRun(Toolbox toolbox, ClinicDirectory directory, HoldLedger holds, Repeats repeats, InstantSource clock) {
        this.toolbox = toolbox;
        this.directory = directory;
        this.holds = holds;
        this.repeats = repeats;
        this.clock = clock;
    }

    /** Who asks: the telephone side's word, looked up in the directory. */
    Asker asker(Origin origin, Arrival arrival) {
        Optional<Line> line = directory.line(origin.called());
        if (line.isEmpty()) {
            return new Asker.Unknown(Fault.UNKNOWN_CLINIC);
        }
        Optional<CallId> call = origin.call();
        if (call.isEmpty()) {
            return new Asker.Unknown(Fault.UNKNOWN_CALL);
        }
        return new Asker.Known(new CallContext(
                line.get().clinic(),
                call.get(),
                origin.caller(),
                origin.language().orElse(line.get().language()),
                arrival.deadline()));
    }

    /** Executes a tool call; a repeat of one that writes, or counts against a limit, but once. */
    Answer answer(ToolJob job, CallContext call) {
        renewHolds(call);
        Supplier<ToolResult> execution = () -> executed(job, call);
        boolean once = job.spec().writes() || job.spec().counts();
        if (once && job.repeatKey().isPresent()) {
            String request = RepeatKeys.request(job.spec().name(), job.arguments());
            Repeats.Call repeatable = new Repeats.Call(
                    call, job.repeatKey().get(), request, job.spec().writes());
            return repeats.once(repeatable, execution);
        }
        return Answer.Result.of(execution.get());
    }

    private ToolResult executed(ToolJob job, CallContext call) {
        try {
            return toolbox.run(job.spec(), call, job.arguments());
        } catch (EmrUnavailableException e) {
            LOG.warn("{} in call {}: {}", job.spec().name(), call.call(), Trace.of(e));
            return toolbox.refusal(Code.EMR_UNAVAILABLE, call.language());
        }
    }

    private void renewHolds(CallContext call) {
        try {
            holds.renew(call.clinic(), call.call(), clock.instant());
        } catch (RuntimeException e) {
            LOG.warn("the holds of call {} were not renewed: {}", call.call(), Trace.of(e));
        }
    }

    /** Who asks. */
    sealed interface Asker {
        /** A phone call at a clinic. */
        record Known(CallContext context) implements Asker {}

        /** Nobody that could be told. */
        record Unknown(Fault fault) implements Asker {}
    }
}
