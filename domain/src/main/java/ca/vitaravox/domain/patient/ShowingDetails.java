package ca.vitaravox.domain.patient;

import ca.vitaravox.domain.access.EmrTime;
import ca.vitaravox.domain.audit.CallTrail;
import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.audit.AuditResult;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import ca.vitaravox.ports.clinic.Provider;
import ca.vitaravox.ports.patient.Chart;
import ca.vitaravox.ports.patient.Charts;
import ca.vitaravox.ports.patient.DetailsResult;
import ca.vitaravox.ports.patient.Identification;
import ca.vitaravox.ports.patient.IdentityLedger;
import ca.vitaravox.ports.patient.IdentityLevel;
import ca.vitaravox.ports.patient.PatientId;
import java.time.InstantSource;
import java.util.Optional;

/** Shows a chart's details to its verified patient, and to nobody calling for them. Thread-safe. */
final class ShowingDetails {
    private final Charts charts;
    private final IdentityLedger identities;
    private final ClinicDirectory clinics;
    private final CallTrail trail;
    private final EmrTime emrTime;

    ShowingDetails(
            Charts charts, IdentityLedger identities, ClinicDirectory clinics, CallTrail trail, InstantSource clock) {
        this.charts = charts;
        this.identities = identities;
        this.clinics = clinics;
        this.trail = trail;
        this.emrTime = new EmrTime(clock);
    }

    DetailsResult show(CallContext call, PatientId patient) {
        Optional<Identification> identified = identities
                .identified(call.clinic(), call.call(), patient)
                .filter(identification -> identification.reaches(IdentityLevel.VERIFIED));
        if (identified.isEmpty()) {
            return new DetailsResult.NotVerified();
        }
        if (identified.get().relationship() != Relationship.SELF) {
            return new DetailsResult.NotForOthers();
        }
        try {
            Optional<Chart> chart = charts.chart(call.clinic(), patient, emrTime.request(call))
                    .filter(shown -> shown.id().equals(patient));
            if (chart.isEmpty()) {
                return new DetailsResult.NotVerified();
            }
            audit(call, patient);
            return new DetailsResult.Details(chart.get(), familyProvider(call, chart.get()));
        } catch (EmrUnavailableException e) {
            return new DetailsResult.EmrUnavailable();
        }
    }

    private Optional<Provider> familyProvider(CallContext call, Chart chart) {
        return chart.familyProvider().flatMap(clinics.clinic(call.clinic())::provider);
    }

    private void audit(CallContext call, PatientId patient) {
        trail.record(
                call,
                Relationship.SELF,
                AuditAction.VIEW_CHART,
                Optional.of(patient.value()),
                Optional.empty(),
                AuditResult.DONE);
    }
}
