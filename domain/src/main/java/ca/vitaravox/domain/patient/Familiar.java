package ca.vitaravox.domain.patient;

import ca.vitaravox.domain.access.EmrTime;
import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.patient.Chart;
import ca.vitaravox.ports.patient.Charts;
import ca.vitaravox.ports.patient.Fingerprints;
import ca.vitaravox.ports.patient.KnownCallers;
import ca.vitaravox.ports.patient.PatientId;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The patients that calls from a number were verified for before. Their charts are read anew each time, and what they
 * say decides; that they are remembered proves nothing. Thread-safe.
 */
final class Familiar {
    private final KnownCallers known;
    private final Fingerprints fingerprints;
    private final Charts charts;
    private final InstantSource clock;
    private final EmrTime emrTime;

    Familiar(KnownCallers known, Fingerprints fingerprints, Charts charts, InstantSource clock) {
        this.known = known;
        this.fingerprints = fingerprints;
        this.charts = charts;
        this.clock = clock;
        this.emrTime = new EmrTime(clock);
    }

    /** A patient was verified in this call. */
    void remember(CallContext call, PatientId patient) {
        call.caller().ifPresent(number -> known.seen(call.clinic(), fingerprint(number), patient, clock.instant()));
    }

    /** The charts remembered for the calling number, but for these; as many as can be read. */
    List<Chart> charts(CallContext call, Set<PatientId> but) {
        List<Chart> read = new ArrayList<>();
        try {
            for (PatientId patient : patients(call)) {
                if (!but.contains(patient)) {
                    read(call, patient).ifPresent(read::add);
                }
            }
        } catch (EmrUnavailableException e) {
            // whoever is remembered and cannot be read is looked for as if nobody were
        }
        return read;
    }

    private List<PatientId> patients(CallContext call) {
        return call.caller()
                .map(number -> known.of(call.clinic(), fingerprint(number), clock.instant()))
                .orElse(List.of());
    }

    private Optional<Chart> read(CallContext call, PatientId patient) {
        Optional<Chart> chart = charts.chart(call.clinic(), patient, emrTime.request(call))
                .filter(shown -> shown.id().equals(patient));
        if (chart.isEmpty()) {
            known.forget(call.clinic(), patient);
        }
        return chart;
    }

    private String fingerprint(PhoneNumber number) {
        return fingerprints.of("caller " + number.e164());
    }
}
