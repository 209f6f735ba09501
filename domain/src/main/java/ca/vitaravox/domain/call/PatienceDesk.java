package ca.vitaravox.domain.call;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.call.Patience;
import ca.vitaravox.ports.call.Slips;
import java.time.InstantSource;

/** Counts what goes wrong in a call, whichever server it happens on. Thread-safe. */
public final class PatienceDesk implements Patience {
    private final Slips slips;
    private final InstantSource clock;

    /** A desk that counts in {@code slips}. */
    public PatienceDesk(Slips slips, InstantSource clock) {
        this.slips = slips;
        this.clock = clock;
    }

    @Override
    public boolean isOver(CallContext call, String tool, String kind) {
        return slips.add(call.clinic(), call.call(), tool, kind, clock.instant()) >= FAILURES;
    }
}
