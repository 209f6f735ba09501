package ca.vitaravox.domain.patient;

import ca.vitaravox.domain.access.EmrTime;
import ca.vitaravox.domain.access.ShortMemory;
import ca.vitaravox.domain.audit.CallTrail;
import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.audit.AuditResult;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.patient.Chart;
import ca.vitaravox.ports.patient.ChartQuery;
import ca.vitaravox.ports.patient.ChartResult;
import ca.vitaravox.ports.patient.Charts;
import ca.vitaravox.ports.patient.NewPatient;
import ca.vitaravox.ports.patient.PatientId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * A clinic's charts, with those of a calling number read ahead when its call begins: the first question of the call,
 * whose chart that number is on, is then answered from memory. What was read ahead is remembered for {@link #KEPT}, for
 * that call alone, in this process only, and until we write a chart of the clinic ourselves. It identifies nobody: who
 * calls is asked as ever. Thread-safe.
 */
public final class CallerCharts implements Charts {
    /** A caller is greeted and says what they want before anybody asks who they are. */
    static final Duration KEPT = Duration.ofSeconds(30);
    /** For how many calls at most; beyond, the oldest read for themselves. */
    static final int MOST = 200;

    private final Charts charts;
    private final CallTrail trail;
    private final InstantSource clock;
    private final EmrTime emrTime;
    private final ShortMemory<Caller, List<Chart>> ahead = new ShortMemory<>(KEPT, MOST);

    /** These charts, reading ahead into nothing yet; what is read ahead is in the trail before it is remembered. */
    public CallerCharts(Charts charts, CallTrail trail, InstantSource clock) {
        this.charts = charts;
        this.trail = trail;
        this.clock = clock;
        this.emrTime = new EmrTime(clock);
    }

    private record Caller(CallId call, PhoneNumber number) {}

    /** Reads ahead the charts of the calling number, if there is one; an EMR that does not answer is left alone. */
    public void readAhead(CallContext call) {
        call.caller().ifPresent(number -> {
            var reading = ahead.begin(call.clinic(), clock.instant());
            try {
                List<Chart> found = search(call, number);
                audit(call, found, found.isEmpty() ? AuditResult.NOT_FOUND : AuditResult.DONE);
                ahead.keep(reading, new Caller(call.call(), number), found);
            } catch (EmrUnavailableException e) {
                audit(call, List.of(), AuditResult.UNKNOWN);
            }
        });
    }

    /** The charts with this number on them, for a call that asks: from memory if they were read ahead for it. */
    List<Chart> withNumber(CallContext call, PhoneNumber number) {
        return ahead.recall(call.clinic(), new Caller(call.call(), number), clock.instant())
                .orElseGet(() -> search(call, number));
    }

    /** What was read ahead of this clinic's EMR counts no longer, nor what is being read. */
    public void forget(ClinicId clinic) {
        ahead.forget(clinic);
    }

    private List<Chart> search(CallContext call, PhoneNumber number) {
        return List.copyOf(charts.search(call.clinic(), new ChartQuery.ByPhone(number), emrTime.request(call)));
    }

    private void audit(CallContext call, List<Chart> found, AuditResult result) {
        Optional<String> chart =
                found.size() == 1 ? Optional.of(found.get(0).id().value()) : Optional.empty();
        trail.recordServer(
                call.clinic(),
                "read-ahead",
                AuditAction.READ_AHEAD,
                chart,
                Optional.of(call.call().value()),
                result);
    }

    @Override
    public List<Chart> search(ClinicId clinic, ChartQuery query, Deadline deadline) {
        return charts.search(clinic, query, deadline);
    }

    @Override
    public Optional<Chart> chart(ClinicId clinic, PatientId patient, Deadline deadline) {
        return charts.chart(clinic, patient, deadline);
    }

    @Override
    public ChartResult register(ClinicId clinic, NewPatient patient, Deadline deadline) {
        ahead.forget(clinic);
        try {
            return charts.register(clinic, patient, deadline);
        } finally {
            ahead.forget(clinic);
        }
    }
}
