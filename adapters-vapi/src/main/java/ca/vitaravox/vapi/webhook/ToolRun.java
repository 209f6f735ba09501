package ca.vitaravox.vapi.webhook;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.booking.HoldLedger;
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
    private final Lines lines;
    private final HoldLedger holds;
    private final Repeats repeats;
    private final CallRates rates;
    private final InstantSource clock;

    ToolRun(Toolbox toolbox, Lines lines, HoldLedger holds, Repeats repeats, CallRates rates, InstantSource clock) {
        this.toolbox = toolbox;
        this.lines = lines;
        this.holds = holds;
        this.repeats = repeats;
        this.rates = rates;
        this.clock = clock;
    }

    /** Who asks: the telephone side's word, looked up in the directory. */
    Asker asker(Origin origin, Arrival arrival) {
        Owner owner = lines.owner(origin.called(), arrival.proof());
        if (!(owner instanceof Owner.Known known)) {
            return new Asker.Unknown(owner instanceof Owner.Nobody ? Fault.UNKNOWN_CLINIC : Fault.UNAUTHORIZED);
        }
        Line line = known.line();
        Optional<CallId> call = origin.call();
        if (call.isEmpty()) {
            return new Asker.Unknown(Fault.UNKNOWN_CALL);
        }
        return new Asker.Known(new CallContext(
                line.clinic(),
                call.get(),
                origin.caller(),
                origin.language().orElse(line.language()),
                arrival.deadline()));
    }

    /** Executes a tool call; a repeat of one that writes, or counts against a limit, but once. */
    Answer answer(ToolJob job, CallContext call) {
        if (!rates.admits(call)) {
            LOG.warn(
                    "{} in call {} was refused: too many of its number, or its clinic",
                    job.spec().name(),
                    call.call());
            return Answer.Result.of(toolbox.refusal(Code.RATE_LIMITED, call.language()));
        }
        renewHolds(call);
        Supplier<ToolResult> execution = () -> toolbox.run(job.spec(), call, job.arguments());
        boolean once = job.spec().writes() || job.spec().counts();
        if (once && job.repeatKey().isPresent()) {
            String request = RepeatKeys.request(job.spec().name(), job.arguments());
            Repeats.Call repeatable = new Repeats.Call(
                    call, job.repeatKey().get(), request, job.spec().writes());
            return repeats.once(repeatable, execution);
        }
        return Answer.Result.of(execution.get());
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
