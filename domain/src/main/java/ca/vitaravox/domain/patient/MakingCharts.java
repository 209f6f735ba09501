package ca.vitaravox.domain.patient;

import ca.vitaravox.domain.access.EmrTime;
import ca.vitaravox.domain.audit.CallTrail;
import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.audit.AuditResult;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import ca.vitaravox.ports.patient.ChartResult;
import ca.vitaravox.ports.patient.Charts;
import ca.vitaravox.ports.patient.FailedAttempts.Attempt;
import ca.vitaravox.ports.patient.Identification;
import ca.vitaravox.ports.patient.IdentityLedger;
import ca.vitaravox.ports.patient.IdentityLevel;
import ca.vitaravox.ports.patient.NewPatient;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.patient.Registration.Result;
import ca.vitaravox.ports.patient.RegistrationJournal;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the chart of a person that was claimed: looks for one of the same person, asks the EMR once, and looks again
 * where it did not say what it did. Intent and outcome are in the trail. Thread-safe.
 */
final class MakingCharts {
    private final Charts charts;
    private final SamePerson people;
    private final AttemptLimits limits;
    private final RegistrationJournal journal;
    private final IdentityLedger identities;
    private final Familiar familiar;
    private final CallTrail trail;
    private final InstantSource clock;
    private final EmrTime emrTime;

    MakingCharts(
            Charts charts,
            SamePerson people,
            AttemptLimits limits,
            RegistrationJournal journal,
            IdentityLedger identities,
            Familiar familiar,
            CallTrail trail,
            InstantSource clock) {
        this.charts = charts;
        this.people = people;
        this.limits = limits;
        this.journal = journal;
        this.identities = identities;
        this.familiar = familiar;
        this.trail = trail;
        this.clock = clock;
        this.emrTime = new EmrTime(clock);
    }

    /** Whose chart to make, under which claim. */
    record Order(CallContext call, NewPatient patient, String person, int attempt) {}

    Result make(Order order) {
        CallContext call = order.call();
        Optional<Attempt> begun = limits.begin(call, Aim.of(order.patient().name()));
        if (begun.isEmpty()) {
            return nothing(order, Optional.empty(), AuditResult.REFUSED, new Result.TooManyAttempts());
        }
        Set<PatientId> same;
        try {
            same = people.as(call, order.patient());
        } catch (EmrUnavailableException e) {
            limits.withdraw(call, begun.get());
            return nothing(order, Optional.empty(), AuditResult.UNKNOWN, new Result.EmrUnavailable());
        }
        if (same.isEmpty()) {
            limits.withdraw(call, begun.get());
            return write(order);
        }
        return thereAlready(order, begun.get(), same);
    }

    /** A chart this call had made under another spelling is the caller's; any other is nobody's business. */
    private Result thereAlready(Order order, Attempt begun, Set<PatientId> same) {
        CallContext call = order.call();
        Set<PatientId> ours = new HashSet<>(journal.madeIn(call.clinic(), call.call()));
        ours.retainAll(same);
        if (!ours.isEmpty()) {
            limits.withdraw(call, begun);
            drop(order);
            return identified(call, ours.iterator().next(), true);
        }
        Result refusal = limits.mayBeOn(call, begun, same) ? new Result.Duplicate() : new Result.TooManyAttempts();
        Optional<PatientId> chart = same.size() == 1 ? same.stream().findFirst() : Optional.empty();
        return nothing(order, chart, AuditResult.REFUSED, refusal);
    }

    /** The caller is told that there is a chart, which counts as a failed attempt on it. */
    Result duplicate(CallContext call, NewPatient patient, PatientId chart) {
        Optional<Attempt> begun = limits.begin(call, Aim.of(patient.name()));
        audit(call, Optional.of(chart), AuditResult.REFUSED);
        return begun.isPresent() && limits.mayBeOn(call, begun.get(), Set.of(chart))
                ? new Result.Duplicate()
                : new Result.TooManyAttempts();
    }

    private Result write(Order order) {
        if (!emrTime.allowsWrite(order.call())) {
            return nothing(order, Optional.empty(), AuditResult.UNKNOWN, new Result.EmrUnavailable());
        }
        intend(order);
        CallContext call = order.call();
        if (!journal.sending(call.clinic(), order.person(), order.attempt())) {
            return new Result.Pending();
        }
        ChartResult result = charts.register(call.clinic(), order.patient(), emrTime.request(call));
        if (result instanceof ChartResult.NotMade) {
            return nothing(order, Optional.empty(), AuditResult.UNDONE, new Result.EmrUnavailable());
        }
        Optional<PatientId> made =
                result instanceof ChartResult.Made known ? Optional.of(known.patient()) : lookedUp(order);
        if (made.isEmpty()) {
            audit(call, Optional.empty(), AuditResult.UNKNOWN);
            return new Result.Pending();
        }
        audit(call, made, AuditResult.DONE);
        return journal.made(call.clinic(), order.person(), order.attempt(), made.get(), clock.instant())
                ? identified(call, made.get(), false)
                : new Result.Pending();
    }

    /** No trail, no chart: what cannot be recorded is given up before the EMR is asked. */
    private void intend(Order order) {
        try {
            audit(order.call(), Optional.empty(), AuditResult.INTENDED);
        } catch (RuntimeException e) {
            drop(order);
            throw e;
        }
    }

    private Optional<PatientId> lookedUp(Order order) {
        try {
            return people.exactly(
                    order.call().clinic(),
                    order.patient().name(),
                    order.patient().birthDate(),
                    emrTime.request(order.call()));
        } catch (EmrUnavailableException e) {
            return Optional.empty();
        }
    }

    /** The patient of a chart that this call had made is verified in it: all that is on the chart was just said. */
    Result identified(CallContext call, PatientId patient, boolean already) {
        Identification verified =
                new Identification(patient, IdentityLevel.VERIFIED, Relationship.SELF, Optional.empty());
        identities.keep(call.clinic(), call.call(), verified, clock.instant());
        familiar.remember(call, patient);
        return new Result.Registered(patient, already);
    }

    /** It ends without a chart. */
    private Result nothing(Order order, Optional<PatientId> chart, AuditResult why, Result result) {
        drop(order);
        audit(order.call(), chart, why);
        return result;
    }

    private void drop(Order order) {
        journal.dropped(order.call().clinic(), order.person(), order.attempt());
    }

    private void audit(CallContext call, Optional<PatientId> chart, AuditResult result) {
        trail.record(
                call,
                Relationship.SELF,
                AuditAction.REGISTER_PATIENT,
                chart.map(PatientId::value),
                Optional.empty(),
                result);
    }
}
