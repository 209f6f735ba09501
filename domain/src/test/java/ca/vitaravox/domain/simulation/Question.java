package ca.vitaravox.domain.simulation;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.clinic.ClinicId;
import java.time.Duration;
import java.time.Instant;

/** A caller's question while a server answers it: and what it has cost so far. */
final class Question {
    private final CallContext context;
    private Duration inLedgers = Duration.ZERO;

    Question(CallContext context) {
        this.context = context;
    }

    CallContext context() {
        return context;
    }

    ClinicId clinic() {
        return context.clinic();
    }

    /** Our own ledgers took that long; a server has no power over that. */
    void waitedForLedger(Duration length) {
        inLedgers = inLedgers.plus(length);
    }

    /** The latest moment at which its answer may come. */
    Instant latestAnswer() {
        return context.deadline().end().plus(inLedgers);
    }
}
