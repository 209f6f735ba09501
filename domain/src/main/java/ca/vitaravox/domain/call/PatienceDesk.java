package ca.vitaravox.domain.call;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.call.Patience;
import ca.vitaravox.ports.call.Slips;
import ca.vitaravox.ports.clinic.EmrOutages;
import java.time.InstantSource;

/** Counts what goes wrong in a call, whichever server it happens on. Thread-safe. */
public final class PatienceDesk implements Patience {
    private static final String ANY_TOOL = "any";
    private static final String SILENCE = "EMR_UNAVAILABLE";

    private final Slips slips;
    private final EmrOutages outages;
    private final InstantSource clock;

    /** A desk that counts in {@code slips}, and not at all while an EMR is out. */
    public PatienceDesk(Slips slips, EmrOutages outages, InstantSource clock) {
        this.slips = slips;
        this.outages = outages;
        this.clock = clock;
    }

    @Override
    public boolean isOver(CallContext call, String tool, String kind) {
        return slips.add(call.clinic(), call.call(), tool, kind, clock.instant()) >= FAILURES;
    }

    @Override
    public boolean isOverForSilence(CallContext call) {
        return outages.isLeftAlone(call.clinic()) || isOver(call, ANY_TOOL, SILENCE);
    }
}
