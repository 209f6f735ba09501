package ca.vitaravox.domain.patient;

import ca.vitaravox.domain.access.EmrTime;
import ca.vitaravox.domain.audit.CallTrail;
import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.audit.AuditResult;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import ca.vitaravox.ports.patient.Charts;
import ca.vitaravox.ports.patient.DetailsResult;
import ca.vitaravox.ports.patient.FailedAttempts;
import ca.vitaravox.ports.patient.Identification;
import ca.vitaravox.ports.patient.IdentityLedger;
import ca.vitaravox.ports.patient.LookupResult;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.patient.PatientLookup;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Identifies callers: search, limits, trail, ledger, in that order. Thread-safe. */
public final class PatientLookupDesk implements PatientLookup {
    private final FindingByPhone byPhone;
    private final FindingByName byName;
    private final ShowingDetails details;
    private final IdentityLedger identities;
    private final FailedAttempts failures;
    private final CallTrail trail;
    private final InstantSource clock;

    /** A desk over a clinic's charts and our own ledgers. */
    public PatientLookupDesk(
            Charts charts,
            HeardNames names,
            IdentityLedger identities,
            FailedAttempts failures,
            CallTrail trail,
            ClinicDirectory clinics,
            InstantSource clock) {
        EmrTime emrTime = new EmrTime(clock);
        this.byPhone = new FindingByPhone(charts, names, emrTime);
        this.byName = new FindingByName(charts, names, emrTime);
        this.details = new ShowingDetails(charts, identities, clinics, trail, clock);
        this.identities = identities;
        this.failures = failures;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public LookupResult byPhone(CallContext call, ByPhone query) {
        try {
            return conclude(call, query.relationship(), byPhone.find(call, query));
        } catch (EmrUnavailableException e) {
            return new LookupResult.EmrUnavailable();
        }
    }

    @Override
    public LookupResult byName(CallContext call, ByName query) {
        if (!query.hasSecondFactor()) {
            return new LookupResult.SecondFactorNeeded();
        }
        try {
            return conclude(call, query.relationship(), byName.find(call, query));
        } catch (EmrUnavailableException e) {
            return new LookupResult.EmrUnavailable();
        }
    }

    @Override
    public DetailsResult details(CallContext call, PatientId patient) {
        return details.show(call, patient);
    }

    private LookupResult conclude(CallContext call, Relationship relationship, Finding finding) {
        Instant now = clock.instant();
        if (AttemptLimits.closed(failures.count(call.clinic(), call.call(), call.caller(), finding.after(), now))) {
            audit(call, relationship, finding, AuditResult.REFUSED);
            return new LookupResult.TooManyAttempts();
        }
        if (finding instanceof Finding.Agreed agreed) {
            audit(call, relationship, finding, AuditResult.DONE);
            Identification identification = new Identification(
                    agreed.chart().id(),
                    agreed.level(),
                    relationship,
                    agreed.chart().familyProvider());
            identities.keep(call.clinic(), call.call(), identification, now);
            return new LookupResult.Identified(agreed.chart().id(), agreed.level(), agreed.several());
        }
        if (finding instanceof Finding.Disagreed) {
            failures.add(call.clinic(), call.call(), call.caller(), finding.after(), now);
        }
        audit(call, relationship, finding, AuditResult.NOT_FOUND);
        return finding instanceof Finding.Open open ? open.answer() : new LookupResult.NotFound();
    }

    /** Names the chart where one alone was in question. */
    private void audit(CallContext call, Relationship relationship, Finding finding, AuditResult result) {
        Optional<String> chart = finding.after().size() == 1
                ? finding.after().stream().map(PatientId::value).findFirst()
                : Optional.empty();
        trail.record(call, relationship, AuditAction.IDENTIFY, chart, Optional.empty(), result);
    }
}
