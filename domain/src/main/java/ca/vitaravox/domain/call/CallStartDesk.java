package ca.vitaravox.domain.call;

import ca.vitaravox.domain.booking.OpeningsAhead;
import ca.vitaravox.domain.patient.CallerCharts;
import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.call.CallStart;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.EmrUnavailableException;

/** Gets ready for calls: who is calling comes first, for it is asked first. Thread-safe. */
public final class CallStartDesk implements CallStart {
    private final CallerCharts charts;
    private final OpeningsAhead openings;

    /** A desk that reads these ahead. */
    public CallStartDesk(CallerCharts charts, OpeningsAhead openings) {
        this.charts = charts;
        this.openings = openings;
    }

    @Override
    public void prepare(CallContext call) {
        charts.readAhead(call);
        try {
            openings.read(call);
        } catch (EmrUnavailableException e) {
            // whoever searches asks it again
        }
    }

    @Override
    public void forget(ClinicId clinic) {
        charts.forget(clinic);
        openings.forget(clinic);
    }
}
