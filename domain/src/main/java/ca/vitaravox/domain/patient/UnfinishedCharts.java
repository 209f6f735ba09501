package ca.vitaravox.domain.patient;

import ca.vitaravox.domain.audit.CallTrail;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.audit.AuditResult;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.patient.RegistrationJournal;
import ca.vitaravox.ports.patient.RegistrationJournal.CutOff;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Sees to charts that the EMR was asked for and whose end nobody saw: they are looked for, and never asked for again
 * while the request may still arrive. Thread-safe.
 */
final class UnfinishedCharts {
    /** How long a chart that cannot be found may still arrive. */
    private static final Duration LATE_ARRIVAL = Duration.ofMinutes(2);

    private static final int AT_ONCE = 20;
    /** How long what is taken is left to whoever took it; and so how soon what stays open is looked at again. */
    private static final Duration TURN = Duration.ofSeconds(20);

    private static final String JOB = "finish-registering";

    private final RegistrationJournal journal;
    private final SamePerson people;
    private final CallTrail trail;
    private final InstantSource clock;

    UnfinishedCharts(RegistrationJournal journal, SamePerson people, CallTrail trail, InstantSource clock) {
        this.journal = journal;
        this.people = people;
        this.trail = trail;
        this.clock = clock;
    }

    /** What was found. */
    sealed interface End {
        /** The chart is there. */
        record There(PatientId patient) implements End {}

        /** It is not there and will not come any more. */
        record Nowhere() implements End {}

        /** It may yet come. */
        record Open() implements End {}
    }

    int finish() {
        Instant now = clock.instant();
        var due = journal.take(AT_ONCE, now, now.plus(TURN));
        due.forEach(each -> settle(each, Deadline.ofWork(now.plus(TURN))));
        return due.size();
    }

    /** Looks for the chart; an end that is found is in the trail before it is in the journal. */
    End settle(CutOff request, Deadline deadline) {
        Optional<PatientId> there;
        try {
            there = people.exactly(
                    request.clinic(),
                    request.registrant().name(),
                    request.registrant().birthDate(),
                    deadline);
        } catch (EmrUnavailableException e) {
            return new End.Open();
        }
        if (there.isPresent()) {
            audit(request, there, AuditResult.DONE);
            boolean ended = journal.made(
                    request.clinic(), request.registrant().person(), request.attempt(), there.get(), clock.instant());
            return ended ? new End.There(there.get()) : new End.Open();
        }
        if (clock.instant().isBefore(request.since().plus(LATE_ARRIVAL))) {
            return new End.Open();
        }
        audit(request, there, AuditResult.UNDONE);
        journal.dropped(request.clinic(), request.registrant().person(), request.attempt());
        return new End.Nowhere();
    }

    private void audit(CutOff request, Optional<PatientId> patient, AuditResult result) {
        trail.recordServer(
                request.clinic(),
                JOB,
                AuditAction.REGISTER_PATIENT,
                patient.map(PatientId::value),
                Optional.of(request.registrant().call().value()),
                result);
    }
}
