package ca.vitaravox.domain.simulation;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PhoneNumber;
import java.time.Duration;
import java.time.Instant;

/** A caller's question while a server answers it: and what it has cost so far. */
public final class Question {
    private final CallContext context;
    private final String id;
    private final Instant asked;
    private final boolean spoken;
    private Duration inLedgers = Duration.ZERO;

    Question(CallContext context, String id, Instant asked, boolean spoken) {
        this.context = context;
        this.id = id;
        this.asked = asked;
        this.spoken = spoken;
    }

    /** Who asks, and until when. */
    public CallContext context() {
        return context;
    }

    /** Names it within its call; when it is repeated it may keep its name. */
    public String id() {
        return id;
    }

    /** The number that was called. */
    public PhoneNumber called() {
        return Town.line(clinic()).number();
    }

    ClinicId clinic() {
        return context.clinic();
    }

    /** When it was asked by this name for the first time. */
    Instant asked() {
        return asked;
    }

    /** Whether it is asked through the tools of a voice platform. */
    boolean isSpoken() {
        return spoken;
    }

    /** Our own ledgers took that long; a reception has no power over that. */
    void waitedForLedger(Duration length) {
        inLedgers = inLedgers.plus(length);
    }

    /** The latest moment at which its answer may come; with the platform's tools in between nothing excuses more. */
    Instant latestAnswer() {
        Instant deadline = context.deadline().end();
        return spoken ? deadline : deadline.plus(inLedgers);
    }
}
