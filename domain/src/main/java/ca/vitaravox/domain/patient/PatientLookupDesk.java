package ca.vitaravox.domain.patient;

import ca.vitaravox.domain.access.EmrTime;
import ca.vitaravox.domain.audit.CallTrail;
import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.access.Pause;
import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.audit.AuditResult;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import ca.vitaravox.ports.patient.ChartQuery;
import ca.vitaravox.ports.patient.Charts;
import ca.vitaravox.ports.patient.DetailsResult;
import ca.vitaravox.ports.patient.FailedAttempts;
import ca.vitaravox.ports.patient.Identification;
import ca.vitaravox.ports.patient.IdentityLedger;
import ca.vitaravox.ports.patient.IdentityLevel;
import ca.vitaravox.ports.patient.LookupResult;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.patient.PatientLookup;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Identifies callers: limits, search, limits again, trail, ledger, in that order. Thread-safe. */
final class PatientLookupDesk implements PatientLookup {
    private final FindingByPhone byPhone;
    private final FindingByName byName;
    private final ShowingDetails details;
    private final IdentityLedger identities;
    private final AttemptLimits limits;
    private final Familiar familiar;
    private final CallTrail trail;
    private final Charts charts;
    private final InstantSource clock;
    private final EmrTime emrTime;
    private final Turns<PhoneCall> turns;

    PatientLookupDesk(
            CallerCharts charts,
            HeardNames names,
            IdentityLedger identities,
            AttemptLimits limits,
            Familiar familiar,
            CallTrail trail,
            ClinicDirectory clinics,
            InstantSource clock,
            Pause pause) {
        this.charts = charts;
        this.emrTime = new EmrTime(clock);
        this.byPhone = new FindingByPhone(charts, familiar, names);
        this.byName = new FindingByName(charts, names, emrTime);
        this.details = new ShowingDetails(charts, identities, clinics, trail, clock);
        this.identities = identities;
        this.limits = limits;
        this.familiar = familiar;
        this.trail = trail;
        this.clock = clock;
        this.turns = new Turns<>(pause);
    }

    @Override
    public LookupResult byPhone(CallContext call, ByPhone query) {
        return inTurn(new Attempt(call, query.relationship(), Aim.of(query)), () -> byPhone.find(call, query));
    }

    @Override
    public LookupResult byName(CallContext call, ByName query) {
        return query.hasSecondFactor()
                ? inTurn(new Attempt(call, query.relationship(), Aim.of(query)), () -> byName.find(call, query))
                : new LookupResult.SecondFactorNeeded();
    }

    @Override
    public DetailsResult details(CallContext call, PatientId patient) {
        return details.show(call, patient);
    }

    /** One attempt to be taken for a patient. */
    private record Attempt(CallContext call, Relationship relationship, Set<PatientId> aim) {}

    private record PhoneCall(ClinicId clinic, CallId call) {}

    /** Attempts of one call take turns, so that none is made before those before it count. */
    private LookupResult inTurn(Attempt attempt, Supplier<Finding> search) {
        CallContext call = attempt.call();
        return turns.take(
                        new PhoneCall(call.clinic(), call.call()),
                        call.deadline().left(clock.instant()),
                        () -> attempt(attempt, search))
                .orElseGet(LookupResult.EmrUnavailable::new);
    }

    private LookupResult attempt(Attempt attempt, Supplier<Finding> search) {
        Optional<FailedAttempts.Attempt> begun = limits.begin(attempt.call(), attempt.aim());
        if (begun.isEmpty()) {
            audit(attempt, Set.of(), AuditResult.REFUSED);
            return new LookupResult.TooManyAttempts();
        }
        try {
            return conclude(attempt, begun.get(), search.get());
        } catch (EmrUnavailableException e) {
            limits.withdraw(attempt.call(), begun.get());
            audit(attempt, Set.of(), AuditResult.UNKNOWN);
            return new LookupResult.EmrUnavailable();
        }
    }

    /** What was begun counts as failed; it is withdrawn where nothing was guessed wrong. */
    private LookupResult conclude(Attempt attempt, FailedAttempts.Attempt begun, Finding finding) {
        if (!limits.mayBeOn(attempt.call(), begun, finding.after())) {
            finding.unasked().ifPresent(query -> searchInVain(attempt.call(), query));
            audit(attempt, finding.after(), AuditResult.REFUSED);
            return new LookupResult.TooManyAttempts();
        }
        if (finding instanceof Finding.Agreed agreed) {
            audit(attempt, finding.after(), AuditResult.DONE);
            keep(attempt, agreed);
            limits.withdraw(attempt.call(), begun);
            return new LookupResult.Identified(agreed.chart().id(), agreed.level(), agreed.several());
        }
        audit(attempt, finding.after(), AuditResult.NOT_FOUND);
        if (finding instanceof Finding.Open open) {
            limits.withdraw(attempt.call(), begun);
            return open.answer();
        }
        return ((Finding.Disagreed) finding).answer();
    }

    /** What a miss would have searched as well: where identification is closed, a hit looks and lasts like a miss. */
    private void searchInVain(CallContext call, ChartQuery query) {
        try {
            charts.search(call.clinic(), query, emrTime.request(call));
        } catch (EmrUnavailableException e) {
            // nothing was wanted of it
        }
    }

    private void keep(Attempt attempt, Finding.Agreed agreed) {
        Identification identification = new Identification(
                agreed.chart().id(),
                agreed.level(),
                attempt.relationship(),
                agreed.chart().familyProvider());
        identities.keep(attempt.call().clinic(), attempt.call().call(), identification, clock.instant());
        if (agreed.level() == IdentityLevel.VERIFIED) {
            familiar.remember(attempt.call(), agreed.chart().id());
        }
    }

    /** Names the chart where one alone was in question. */
    private void audit(Attempt attempt, Set<PatientId> charts, AuditResult result) {
        Optional<String> chart =
                charts.size() == 1 ? charts.stream().map(PatientId::value).findFirst() : Optional.empty();
        trail.record(attempt.call(), attempt.relationship(), AuditAction.IDENTIFY, chart, Optional.empty(), result);
    }
}
